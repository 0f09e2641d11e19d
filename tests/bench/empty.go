// Start and end: what is subtracted from the others.
package main

func main() {}
