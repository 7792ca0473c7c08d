-- Books that hold nothing yet follow the newest rules as they are; others are made anew when they are opened.
UPDATE books.book SET edition = 3 WHERE live AND position = 0;
