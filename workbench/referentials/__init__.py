"""Reading referentials, cutting their lists into competences, keeping and searching them."""
