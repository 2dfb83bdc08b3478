#include <seccomp.h>
// Swift cannot call functions with a variable number of arguments; these take as many as are used.
extern long system_call(long number, const void *first, unsigned long second, unsigned long third, unsigned long fourth) __asm__("syscall");
extern int process_control(int option, unsigned long second, unsigned long third, unsigned long fourth, unsigned long fifth) __asm__("prctl");
