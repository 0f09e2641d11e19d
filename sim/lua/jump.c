/*
 * jump.c - how a goroutine leaves its thread and comes back to the scheduler.
 *
 * A Lua thread yields by a jump to where it was resumed. The C library's jump
 * disguises addresses, looks for handlers to run and checks the stack, which
 * takes longer than the switch; nothing here needs any of it. As Go's gosave
 * and gogo: the registers that a called function must keep, no more. The
 * linker sends Lua's calls here (--wrap), all of a pair or none.
 */
#if defined(__x86_64__)

__asm__(".text\n"
        ".p2align 4\n"
        ".globl __wrap__setjmp\n"
        ".globl __wrap_setjmp\n"
        ".type __wrap__setjmp, @function\n"
        ".type __wrap_setjmp, @function\n"
        "__wrap__setjmp:\n"
        "__wrap_setjmp:\n"
        "\t.cfi_startproc\n"
        "\tmovq (%rsp), %rdx\n" /* where it returns to */
        "\tleaq 8(%rsp), %rcx\n"
        "\tmovq %rbx, (%rdi)\n"
        "\tmovq %rbp, 8(%rdi)\n"
        "\tmovq %r12, 16(%rdi)\n"
        "\tmovq %r13, 24(%rdi)\n"
        "\tmovq %r14, 32(%rdi)\n"
        "\tmovq %r15, 40(%rdi)\n"
        "\tmovq %rcx, 48(%rdi)\n"
        "\tmovq %rdx, 56(%rdi)\n"
        "\txorl %eax, %eax\n"
        "\tret\n"
        "\t.cfi_endproc\n"
        ".size __wrap__setjmp, . - __wrap__setjmp\n"
        ".size __wrap_setjmp, . - __wrap_setjmp\n"
        "\n"
        ".p2align 4\n"
        ".globl __wrap___longjmp_chk\n"
        ".globl __wrap__longjmp\n"
        ".globl __wrap_longjmp\n"
        ".type __wrap___longjmp_chk, @function\n"
        "__wrap___longjmp_chk:\n"
        "__wrap__longjmp:\n"
        "__wrap_longjmp:\n"
        "\t.cfi_startproc\n"
        "\tmovq (%rdi), %rbx\n"
        "\tmovq 8(%rdi), %rbp\n"
        "\tmovq 16(%rdi), %r12\n"
        "\tmovq 24(%rdi), %r13\n"
        "\tmovq 32(%rdi), %r14\n"
        "\tmovq 40(%rdi), %r15\n"
        "\tmovq 48(%rdi), %rsp\n"
        "\tmovl %esi, %eax\n"
        "\tcmpl $1, %eax\n"
        "\tadcl $0, %eax\n" /* never 0 */
        "\tjmp *56(%rdi)\n"
        "\t.cfi_endproc\n"
        ".size __wrap___longjmp_chk, . - __wrap___longjmp_chk\n");

#else
#error "no jump for this processor: leave GOPARK_JUMP off"
#endif
