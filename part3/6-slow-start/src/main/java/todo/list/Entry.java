package todo.list;

import java.time.LocalDate;

/**
 * One thing to do.
 *
 * @param id tells it from the other entries of its list
 * @param date the day it is to be done
 * @param title what is to be done
 */
public record Entry(int id, LocalDate date, String title) {}
