namespace FsmKit.Net;

/// <summary>Constants of Linux's socket headers; the same on x64 and arm64.</summary>
internal static class LinuxSocket
{
    public const int FamilyUnix = 1;
    public const int FamilyInet = 2;
    public const int FamilyInet6 = 10;

    public const int TypeStream = 1;

    /// <summary>O_NONBLOCK; with O_CLOEXEC also valid for socket, accept4, eventfd and epoll_create1, under other names.</summary>
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    public const int SetStatusFlags = 4;
    public const int DuplicateCloseOnExec = 1030;
    public const int LimitOfFiles = 7;

    public const int LevelSocket = 1;
    public const int ReuseAddress = 2;
    public const int PendingError = 4;
    public const int KeepAlive = 9;
    public const int Linger = 13;
    public const int ReusePort = 15;
    public const int PeerCredentials = 17;

    public const int LevelTcp = 6;
    public const int NoDelay = 1;
    public const int KeepAliveIdle = 4;
    public const int KeepAliveInterval = 5;
    public const int KeepAliveCount = 6;
    public const int UserTimeout = 18;

    public const int LevelIPv6 = 41;
    public const int V6Only = 26;

    public const int Peek = 2;
    public const int NoSignal = 0x4000;
    public const int ShutdownWrite = 1;
}
