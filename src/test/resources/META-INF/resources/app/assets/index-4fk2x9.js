// Stands for what the web client is made of, under a name that changes with it.
