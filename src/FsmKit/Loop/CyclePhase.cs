namespace FsmKit;

/// <summary>Phase of a cycle that is run in single steps.</summary>
internal enum CyclePhase : byte
{
    Callbacks,
    Posts,
    Sockets,
    Timers,
}
