#include "help_zh.h"

#include <stddef.h>
#include <string.h>

/* By group, as help lists them. */
static const struct help_zh texts[] = {
    { "load", "装入程序,停在第一步之前", NULL },
    { "reload", "重新读入程序,从头开始", NULL },
    { "run", "从头运行到结束,或到某个停止点", NULL },
    { "lua", "把 Lua 代码作为新的 goroutine 运行,不管它以什么词开头",
      "不是命令的一行也这样运行。表达式的值会打印出来;\n"
      "阻塞的操作就停在那里。\n" },
    { "quit", "退出", NULL },

    { "step", "走一个可见操作,轮到哪个 goroutine 就是哪个",
      "step N    走 N 个操作\n"
      "step G3   让 G3 做它的下一个操作;\n"
      "          做不了就拒绝,并说明原因\n" },
    { "next", "直到选中的 goroutine 走到另一行",
      "别的 goroutine 只在必要时运行。这一行调用的函数一步走过。\n"
      "选中的是谁,从不自己改变。\n" },
    { "stepi", "选中的 goroutine 走一条字节码指令", NULL },
    { "slice", "走一个调度片:直到切换 goroutine", NULL },
    { "finish", "直到选中的函数返回", NULL },
    { "continue", "运行到结束,或到某个停止点", NULL },
    { "until", "直到 EXPR 在选中的 goroutine 的作用域里为真", NULL },
    { "advance", "直到过了这么长的虚拟时间", NULL },

    { "choices", "此刻所有待定的选择,以及各自的后果",
      "哪个 M 先动,select 走哪个 case,向谁偷,下一个是哪个\n"
      "goroutine。用 'set policy manual',凡是不止一个答案的\n"
      "地方都会来问你。\n" },
    { "pick", "选列表里的第 K 项,走一步", NULL },

    { "back", "退回 N 个可见操作", NULL },
    { "previous", "退回选中的 goroutine 的上一行", NULL },
    { "rewind", "退回上一个停止点", NULL },
    { "goto", "去到过的任何一步", NULL },
    { "undo", "撤销上一次移动、注入或 Lua 输入",
      "回去以后做了别的事,原来的后续被丢掉,undo 也能找回来。\n" },
    { "redo", "把撤销的再做一遍", NULL },
    { "when", "第几步、时间、种子、策略", NULL },

    { "break", "运行经过那里就停",
      "break pool.lua:13        在那一行之前\n"
      "break worker             函数开始时\n"
      "break on send jobs       向 jobs 发送之后\n"
      "break on block G3        G3 停住时\n"
      "break 13 if i == 2       仅当表达式为真\n"
      "事件:go exit block wake send recv close select lock unlock\n"
      "      steal handoff preempt syscall timer gc panic deadlock\n"
      "      leak print\n"
      "leak 和局部的 deadlock,在有 goroutine 阻塞或结束的那一步之后检查;\n"
      "'set leakcheck N' 让检查至多每 N 步一次。\n" },
    { "tbreak", "同上,但只停一次", NULL },
    { "watch", "EXPR 的值一变就停", NULL },
    { "display", "每次停下都显示 EXPR", NULL },
    { "delete", "删除一个断点,或全部", NULL },
    { "disable", "断点留着,但不起作用", NULL },
    { "enable", "让它重新起作用", NULL },
    { "breakpoints", "列出断点和监视的表达式", NULL },

    { "gs", "所有 goroutine,或处于某种状态的",
      "STATE:running、runnable、waiting、syscall,或等待原因里的\n"
      "一个词:chan、select、sleep、leaked。\n"
      "各列:编号、状态、位置、函数、行、多久、\n"
      "栈(+:增长过)。\n" },
    { "g", "选中一个 goroutine", NULL },
    { "bt", "goroutine 的调用栈,照 Go 的样子打印", NULL },
    { "frame", "选中 goroutine 的一层调用,0 是最里层", NULL },
    { "locals", "一层调用里的局部变量、上值和可变参数", NULL },
    { "print", "在选中的 goroutine 的作用域里求值,没有副作用", NULL },
    { "list", "源代码,以及谁站在哪一行", NULL },
    { "tree", "谁启动了谁", NULL },
    { "ps", "处理器 P:它的 M、goroutine、队列、计数", NULL },
    { "ms", "机器线程 M,以及 sysmon", NULL },
    { "runq", "运行队列,本地的和全局的", NULL },
    { "timers", "定时器,最先到期的在前", NULL },
    { "stats", "调度器的计数、内存、历史",
      "stats --watch  到此为止,goroutine 的数目随虚拟时间的变化\n" },
    { "chans", "channel:缓冲区和等待队列", NULL },
    { "chan", "一个 channel 的全部情况", NULL },
    { "locks", "互斥锁、等待组、条件变量、信号量",
      "locks --order  到此为止的运行里:加锁次序可能造成的死锁、\n"
      "               重复加的锁、带着锁做的 channel 操作\n" },
    { "log", "事件:全部的,或某个对象、某个 goroutine 的",
      "log            最近 20 步\n"
      "log jobs       channel jobs 的\n"
      "log G3 30..41  G3 在第 30 到 41 步的\n"
      "log P0, M2     在某个 P 或 M 上发生的\n" },
    { "table", "交错执行的过程,每个 goroutine 一列", NULL },
    { "diff", "两步之间有什么变化,不写就看最后一步", NULL },
    { "output", "程序到这一步打印了什么", NULL },
    { "pprof", "goroutine 的 profile,照 Go 的样子打印,或给 go tool pprof 用",
      "pprof 1     相同的栈合在一起计数(debug=1)\n"
      "pprof 2     每个 goroutine 一段(debug=2)\n"
      "pprof FILE  写成 'go tool pprof FILE' 能打开的文件,标签是状态和是否泄漏\n" },

    { "why", "goroutine 为什么停在这里,谁能唤醒它",
      "谁能唤醒它,是从程序里看出来的:谁拿着锁;谁的代码里,后面还有缺的那个\n"
      "发送、接收、关闭、Done 或 Signal。\n"
      "why OBJECT  谁在等这个 channel 或锁,谁能让等待结束\n" },
    { "waits", "等待图:谁在等什么,谁能让等待结束",
      "'export waits FILE.dot' 或 FILE.svg 把它画出来。\n" },
    { "deadlock", "互相等待的 goroutine,以及怎样打破这个环",
      "一般认为锁只由持有者来解,除非以前有别人解过它。\n" },
    { "leaks", "再也不能运行的 goroutine",
      "还能运行的一切都够不到它等的东西,这个 goroutine 就泄漏了。能运行的是:正在\n"
      "运行、就绪、睡眠或还能被唤醒的 goroutine,全局变量,已设的定时器。对 context\n"
      "来说,要看谁能取消它。main 返回以后,它的变量就没有了;剩下的 goroutine 先再\n"
      "运行一会儿,至多 1 秒虚拟时间。\n"
      "如果只靠以后不再用到的局部变量才不算泄漏,会加一条说明;Go 会把它们算作泄漏。\n"
      "这是从源代码看的:从函数停住的地方起,正在执行的语句里、后面的代码里、还会\n"
      "再来的循环里、以后可能创建的函数里,都没有提到这个变量。拿不准就不加说明。\n"
      "(--json:leaked 已泄漏;suspect 只被 goroutine 的变量留着,有说明时带 unused;\n"
      "held 被全局变量、定时器或模块留着。)\n"
      "leaks --watch  到此为止,goroutine 和泄漏的数目怎样增长\n" },
    { "explain", "解释一个术语:G、P、M、runnext、hchan、sudog、sysmon ……", NULL },

    { "inject", "给正在运行的程序放进一个故障",
      "inject leak recv|send|select|timer|pool|mutex   启动一个这样泄漏的 goroutine\n"
      "inject skip OP OBJECT [K]   对它的下一次(第 K 次)close、send、recv、unlock、\n"
      "                            done、cancel、stop 或 signal 不起作用\n"
      "inject delay N D            让第 N 个 goroutine 耽搁 D\n"
      "inject panic N [TEXT]       让它 panic\n"
      "inject stall N, unstall N   不再调度它;或恢复\n"
      "inject close CHANNEL        从外面把 channel 关掉\n"
      "inject syscall N D          让它进入一次历时 D 的系统调用\n"
      "inject list, inject clear   注入了什么;全部取消\n"
      "每次注入都是一个输入:'undo' 撤销它,'save' 会记下它。在 shell 里:\n"
      "gopark run --inject \"skip close jobs\",还可以加 \"at 40\"(某一步)或 \"at 5ms\"。\n" },

    { "explore", "从这里起搜索各种调度,报告第一个出错的",
      "默认是 dfs,凡是有区别的调度都试,至多 N 个(100,000);random 和 pct 随机取\n"
      "N 个(10,000)。进度每秒显示一次;Ctrl-C 结束搜索,并报告已经查过的部分。程序\n"
      "停在原处:'schedule follow' 去到出错的地方,可以一步步往回看。\n" },
    { "schedule", "找到的那个出错的调度,或沿着它走",
      "SCHEDULE 是 'gopark check' 打印的那种:\"all: 1*3 2\"。follow 从程序开头起沿着\n"
      "它走。\n" },
    { "minimize", "同样的错误,抢占更少,如果做得到的话", NULL },

    { "set", "改一项设置",
      "seed       一个数\n"
      "procs      1 到 256\n"
      "pace       每秒走多少虚拟秒,如 0.5;或 max\n"
      "quantum    20us 到 1h,如 10ms\n"
      "policy     go、random、pct 或 manual\n"
      "costs      go 或 flat\n"
      "leakcheck  步数\n"
      "lang       en 或 zh\n"
      "theme      dark、light 或 contrast\n"
      "color      always 或 never\n"
      "view       window、text 或 off\n"
      "'show' 列出各项的值和用途\n" },
    { "show", "各项设置和它们的值", NULL },

    { "save", "保存这次会话:程序、输入、所作的选择", NULL },
    { "replay", "打开保存的会话,停在它的末尾", NULL },
    { "transcript", "把输入和回答都记到文件里", NULL },
    { "source", "执行一个文件里的命令", NULL },
    { "export", "把到此为止的等待图、事件或交错过程写成文件", NULL },
    { "render", "画出这一刻:.png、.svg 或 .pdf", NULL },
    { "record", "从 A 到 B 的各步,做成动画", NULL },

    { "view", "提示符旁边显示什么;不带参数:显示一次面板", NULL },
    { "focus", "只看一个 goroutine、channel 或锁,以及它周围的", NULL },
    { "theme", "窗口的配色", NULL },
    { "scale", "整个窗口的大小,1 是设计时的大小", NULL },
    { "layout", "窗口怎样划分,1 到 5", NULL },
    { "motion", "窗口里的东西动不动", NULL },

    { "learn", "各章和你的进度,或打开一节", NULL },
    { "lesson", "打开一节的演示或练习,或接着做",
      "不带参数:演示的下一站,或把题目再看一遍。\n" },
    { "predict", "先说会怎样,再看结果",
      "在预测题里:写出正确选项的编号。\n"
      "在别处:说出下一步由哪个 goroutine 走,然后就走这一步。\n" },
    { "hint", "练习的下一个提示", NULL },
    { "verify", "评判练习",
      "改错:评判你的那份文件,或给出的文件。弄坏:评判你从开头到现在做的事。\n"
      "预测和解释:评判答案。\n" },
    { "reset", "练习重新开始;你的文件另外留着", NULL },
    { "solution", "参考解法,要自己做出来之后才能看", NULL },
    { "litmus", "弱内存允许什么:在某个内存模型上跑一个 litmus 测试",
      "不带名字就列出所有测试;模型不写就是 tso。\n"
      "所有路径都走一遍:有哪些结果,哪些是单靠交错得不到的,并给出一个实例;\n"
      "'step' 一步步走这个实例,显示内存和写缓冲。Go 的 sync/atomic 是 sc。\n" },

    { "help", "列出所有命令,或说明其中一个", NULL },
    { "?", "就是 help", NULL },
};

const struct help_zh *
help_zh_find(const char *name)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strcmp(texts[i].name, name) == 0)
            return &texts[i];
    return NULL;
}
