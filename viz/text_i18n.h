/*
 * text_i18n.h - every word the window says, in English and Chinese.
 *
 * A row is name, English, Chinese. Names of Go (runnext, sendq, sysmon,
 * GOMAXPROCS) stay as they are in both: they are what a student looks for in
 * the source.
 */
#ifndef VIZ_TEXT_I18N_H
#define VIZ_TEXT_I18N_H

#include <stdbool.h>

enum lang { LANG_EN, LANG_ZH };
enum { NLANG = LANG_ZH + 1 };

#define VIZ_TEXTS(X)                                                           \
    X(T_SCHEDULER, "SCHEDULER", "调度器")                                      \
    X(T_CHANNELS, "CHANNELS AND LOCKS", "通道与锁")                            \
    X(T_DEADLOCK, "DEADLOCK", "死锁")                                          \
    X(T_EACH_OTHER, "they wait for each other", "它们互相等待")                \
    X(T_GOROUTINES, "GOROUTINES", "协程分布")                                  \
    X(T_SOURCE, "SOURCE", "源代码")                                            \
    X(T_INSPECTOR, "INSPECTOR", "检查器")                                      \
    X(T_TIMELINE, "TIMELINE", "时间线")                                        \
    X(T_OUTPUT, "OUTPUT", "程序输出")                                          \
    X(T_GLOBAL_QUEUE, "global queue", "全局队列")                              \
    X(T_LOCAL_QUEUE, "local queue", "本地队列")                                \
    X(T_TICK, "tick", "调度次数")                                              \
    X(T_IDLE, "idle", "空闲")                                                  \
    X(T_IDLE_M, "idle M", "空闲 M")                                            \
    X(T_IN_SYSCALL, "in a system call", "系统调用中")                          \
    X(T_TIMERS, "timers", "定时器")                                            \
    X(T_FOR_EVER, "blocked for ever", "永远阻塞")                              \
    X(T_STALLED, "stalled", "被暂停")                                          \
    X(T_DONE, "done", "已结束")                                                \
    X(T_ELSEWHERE, "on the way", "途中")                                       \
    X(T_IN_SELECT, "in select", "select 中")                                   \
    X(T_SYSMON_IN, "sysmon: next tick in %s", "sysmon：%s 后巡检")             \
    X(T_SYSMON_SLEEPS, "sysmon sleeps", "sysmon 休眠")                         \
    X(T_SPINNING, "spinning", "自旋")                                          \
    X(T_STEALS_FROM, "spinning: steals from P%d", "自旋：从 P%d 窃取")         \
    X(T_NO_P, "no P", "无 P")                                                  \
    X(T_NO_G, "no goroutine", "无协程")                                        \
    X(T_MOST_WAITERS, "most waiters first", "等待者多的在前")                  \
    X(T_UNBUFFERED, "unbuffered", "无缓冲")                                    \
    X(T_CLOSED, "closed", "已关闭")                                            \
    X(T_OWNER, "owner", "持有者")                                              \
    X(T_WAITERS, "waiters", "等待者")                                          \
    X(T_WAITING, "waiting", "等待中")                                          \
    X(T_READERS, "readers %d", "读者 %d")                                      \
    X(T_STARVING, "starving", "饥饿模式")                                      \
    X(T_WRITER_WAITS, "a writer waits", "写者等待")                            \
    X(T_COUNT, "count %lld", "计数 %lld")                                      \
    X(T_UNLOCKED, "unlocked", "未加锁")                                        \
    X(T_MORE_OBJECTS, "+%d more without waiters", "另有 %d 个无等待者")        \
    X(T_NOTHING_LOADED,                                                        \
      "Nothing is loaded: type  load FILE.lua  at the prompt",                 \
      "尚未加载程序：在提示符处输入  load 文件.lua")                           \
    X(T_NO_SOURCE, "no source for this place", "此处没有源代码")               \
    X(T_NO_OUTPUT, "the program has written nothing yet", "程序尚无输出")      \
    X(T_NO_CHANNELS, "no channels or locks yet", "尚无通道或锁")               \
    X(T_SELECT_ONE, "click a goroutine, a channel, a lock, a P or an M",       \
      "点击协程、通道、锁、P 或 M")                                            \
    X(T_LINE, "line", "行")                                                    \
    X(T_CREATED_BY, "created by %s in G%u", "由 G%2$u 的 %1$s 创建")           \
    X(T_TIMER_CREATED, "started by a timer that %s armed",                    \
      "由 %s 设定的定时器启动")                                                \
    X(T_MAIN_CREATED, "the program's start", "程序入口")                       \
    X(T_LOCALS, "locals", "局部变量")                                          \
    X(T_STACK, "stack", "栈")                                                  \
    X(T_GROWN, "grown %d x", "增长 %d 次")                                     \
    X(T_NOT_GROWN, "never grown", "未增长")                                    \
    X(T_ON_CPU, "on CPU", "运行")                                              \
    X(T_BLOCKED, "blocked", "阻塞")                                            \
    X(T_FOR, "for", "已")                                                      \
    X(T_INSTRUCTIONS, "instructions", "指令数")                                \
    X(T_MADE_AT, "made at %s:%d", "创建于 %s:%d")                              \
    X(T_ELEMENTS, "elements", "元素")                                          \
    X(T_DRAG, "drag to go back in time", "拖动以回到过去")                     \
    X(T_NOW, "now", "现在")                                                    \
    X(T_SYSCALL_LANE, "M%d syscall", "M%d 系统调用")                           \
    X(T_CURVE_GS, "goroutines", "协程数")                                      \
    X(T_CURVE_RUNQ, "run queues", "就绪队列")                                  \
    X(T_CURVE_CHANS, "in buffers", "缓冲元素")                                 \
    X(T_STATES, "states", "状态")                                              \
    X(T_STEP, "step %llu", "第 %llu 步")                                       \
    X(T_SEED, "seed", "种子")                                                  \
    X(T_LEAKED, "leaked", "泄漏")                                              \
    X(T_DEADLOCKED, "deadlocked", "死锁")                                      \
    X(T_PANICKED, "panicked", "恐慌")                                          \
    X(T_HELP, "help", "帮助")                                                  \
    X(T_SPEED, "speed", "速度")                                                \
    X(T_FREE, "max", "全速")                                                   \
    X(T_RUNNING, "running", "运行中")                                          \
    X(T_RUNNABLE, "runnable", "就绪")                                          \
    X(T_STATE_BLOCKED, "blocked", "阻塞")                                      \
    X(T_SLEEPING, "sleeping", "休眠")                                          \
    X(T_STATE_SYSCALL, "system call", "系统调用")                              \
    X(T_BAD, "leaked / deadlocked", "泄漏／死锁")                              \
    X(T_END_RETURN, "main returned", "main 已返回")                            \
    X(T_END_EXIT, "exit status %d", "退出码 %d")                               \
    X(T_END_PANIC, "panic", "panic（恐慌）")                                   \
    X(T_END_FATAL, "fatal error", "致命错误")                                  \
    X(T_END_DEADLOCK, "all goroutines are asleep - deadlock!",                 \
      "所有协程都在休眠——死锁！")                                              \
    X(T_END_NO_GS, "no goroutines (main called Goexit) - deadlock!",           \
      "没有协程（main 调用了 Goexit）——死锁！")                                \
    X(T_END_STALLED, "stalled by an injected fault", "被注入的故障扣住了")     \
    X(T_END_LIMIT, "a limit was reached", "已达上限")                          \
    X(T_END_CHECK, "a check failed", "检查未通过")                             \
    X(T_TIP_PLAY, "play or pause (space)", "播放或暂停（空格）")               \
    X(T_TIP_STEP, "one step forward (right arrow)", "前进一步（→）")           \
    X(T_TIP_BACK, "one step back (left arrow)", "后退一步（←）")               \
    X(T_TIP_FIRST, "to the start (home)", "回到开头（Home）")                  \
    X(T_TIP_LAST, "to the end (end)", "前往结尾（End）")                       \
    X(T_TIP_SPEED, "virtual time a second; [ and ] change it",                 \
      "每秒的虚拟时间；用 [ 和 ] 调整")                                        \
    X(T_TIP_HELP, "all keys (?)", "全部按键（?）")                             \
    X(T_TIP_LANG, "中文 (l)", "English (l)")                                   \
    X(T_TIP_THEME, "dark, light, high contrast (t)",                           \
      "深色、浅色、高对比（t）")                                               \
    X(T_WHY_NOT_LOADED, "no program is loaded", "尚未加载程序")                \
    X(T_WHY_AT_START, "this is the start", "已在开头")                         \
    X(T_WHY_AT_END, "the program has ended", "程序已结束")                     \
    X(T_TIP_GLOBQ, "goroutines any P may take; looked at every 61st tick",     \
      "任何 P 都可取；每 61 次调度查看一次")                                   \
    X(T_TIP_RUNNEXT, "runs next on this P, in the rest of the time slice",     \
      "在此 P 上接着运行，共用当前时间片")                                     \
    X(T_TIP_RUNQ, "the local run queue, oldest first; others steal half",      \
      "本地就绪队列，先进先出；其他 P 可窃取一半")                             \
    X(T_TIP_SLOT, "slot %d of the buffer", "缓冲区第 %d 个槽位")               \
    X(T_TIP_HEAD, "the oldest element: it is received next",                   \
      "最旧的元素，下一个被接收")                                              \
    X(T_TIP_BARE, "no buffer: a value goes straight from sender to receiver",  \
      "无缓冲：值由发送者直接交给接收者")                                      \
    X(T_TIP_GROUP, "%u goroutines", "%u 个协程")                               \
    X(T_TIP_LINE, "click: break %s:%d", "点击：break %s:%d")                   \
    X(T_TIP_TIME, "click or drag: go to that moment",                          \
      "点击或拖动：前往该时刻")                                                \
    X(T_TIP_CASE, "case %d of its select", "select 的第 %d 个分支")            \
    X(T_TIP_M, "a machine thread", "机器线程")                                 \
    X(T_TIP_P, "a processor: the right to run Go code",                        \
      "处理器：运行 Go 代码的资格")                                            \
    X(T_TIP_CURVE, "%s over time", "%s 随时间的变化")                          \
    X(T_TIP_STATE, "%s: %u goroutines", "%s：%u 个协程")                       \
    X(T_PICTURE_SAVED, "picture", "图片")                                      \
    X(T_KEYS_TITLE, "KEYS", "按键")                                            \
    X(T_KEY_PLAY, "play, pause", "播放、暂停")                                 \
    X(T_KEY_STEP, "a step forward, back", "前进、后退一步")                    \
    X(T_KEY_SLICE, "a slice forward, back", "前进、后退一个时间片")            \
    X(T_KEY_ENDS, "to the start, to the end", "到开头、到结尾")                \
    X(T_KEY_SELECT, "select the next goroutine", "选择下一个协程")             \
    X(T_KEY_SPEED, "slower, faster", "减速、加速")                             \
    X(T_KEY_LAYOUT, "layouts", "布局")                                         \
    X(T_KEY_SCALE, "smaller, larger", "缩小、放大")                            \
    X(T_KEY_FULL, "full screen", "全屏")                                       \
    X(T_KEY_THEME, "theme", "主题")                                            \
    X(T_KEY_LANG, "language", "语言")                                          \
    X(T_KEY_SAVE, "save a picture", "保存图片")                                \
    X(T_KEY_HELP, "this page", "本页")                                         \
    X(T_KEY_CLICK, "selects; twice: focuses", "选择；双击：聚焦")              \
    X(T_KEY_DRAG, "on the timeline: through time", "在时间线上：穿越时间")     \
    X(T_KEY_WHEEL, "scrolls; with ctrl: zooms", "滚动；加 Ctrl：缩放")         \
    X(T_KEY_ESCAPE, "leave the focus, this page", "退出聚焦、本页")            \
    X(T_MOUSE_CLICK, "click", "点击")                                          \
    X(T_MOUSE_DRAG, "drag", "拖动")                                            \
    X(T_MOUSE_WHEEL, "wheel", "滚轮")                                          \
    X(T_CLOCK, "clock", "时钟")                                                \
    X(T_FOCUS, "focus: %s", "聚焦：%s")                                        \
    X(T_NO_CJK, "no CJK font is installed (Debian: fonts-noto-cjk)",           \
      "no CJK font is installed (Debian: fonts-noto-cjk)")

enum text {
#define X(name, en, zh) name,
    VIZ_TEXTS(X)
#undef X
};
enum { NTEXT = T_NO_CJK + 1 };

const char *text_get(enum lang l, enum text t);
bool text_lang(const char *name, enum lang *out);
const char *text_lang_name(enum lang l);

/* A span of virtual time in four figures or fewer: "41 us" with Go's µ. */
const char *text_span(char *buf, unsigned size, long long ns);
/* A moment, exact enough to tell it from another unit ns away. */
const char *text_moment(char *buf, unsigned size, long long ns, long long unit);
/* A count with separators: 48,211. */
const char *text_count(char *buf, unsigned size, unsigned long long n);
const char *text_bytes(char *buf, unsigned size, unsigned long long n);

#endif
