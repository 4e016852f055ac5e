namespace FsmKit;

/// <summary>Where a cycle is that goes on step by step.</summary>
internal enum CyclePhase : byte
{
    Callbacks,
    Posts,
    Sockets,
    Timers,
}
