namespace FsmKit.Net;

/// <summary>Event bits of epoll. Error and HangUp are always reported, even if not requested.</summary>
[Flags]
internal enum EpollFlags : uint
{
    None = 0,
    In = 0x1,
    Out = 0x4,
    Error = 0x8,
    HangUp = 0x10,
    EdgeTriggered = 1u << 31,
}
