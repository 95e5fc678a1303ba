/** The page of the lessons: reads them, runs their sessions, and shows what the tests say. */
package kata.page;
