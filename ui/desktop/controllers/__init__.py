"""One controller a subject: joins panels and reader to services and library."""
