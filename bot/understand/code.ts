/** How a task's code is written (任务编号): 2.1-3, and 10.1-3 in a plan of ten items and more. */
export const CODE_SHAPE = '[1-9]\\d?\\.\\d{1,2}-\\d{1,2}';
