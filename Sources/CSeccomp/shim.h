#include <seccomp.h>
#include <linux/landlock.h>
