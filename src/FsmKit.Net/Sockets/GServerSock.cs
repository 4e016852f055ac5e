using System.Net;

namespace FsmKit.Net;

/// <summary>A listening TCP socket: each connection that it accepts becomes a <see cref="GSock"/> below the subscriber.</summary>
/// <remarks>
/// After GinsFSM's GServerSock. It listens from its creation on until it is destroyed; the connections survive it. The new gsock, named
/// <c>{server}.clisrv_{number in hexadecimal}</c> when the server has a name, is the source of its own <see cref="EvConnected"/>.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvAcceptable>, Input<EvStarved>, Input<EvGsockGone>]
[On<EvGsockGone>(nameof(AcGsockGone))]
public sealed partial class GServerSock : GObj
{
    /// <summary>The address to listen on, or a name of this machine; empty is every IPv4 address.</summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>The port to listen on; 0 takes a free one, which stands here afterwards.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>How many connections the system keeps until they are accepted; its own limit may be lower.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int Backlog { get; set; } = 1024;

    /// <summary>Shares the port with other servers that say so too, in this process or another of the same user; Linux spreads the connections.</summary>
    [Parameter]
    public partial bool ReusePort { get; set; }

    /// <summary>
    /// Destroys an accepted gsock in the cycle after its <see cref="EvDisconnected"/>. Without it, that is up to the subscriber; doing both
    /// is harmless.
    /// </summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; } = true;

    /// <summary>How many accepted gsocks there are: from their <see cref="EvConnected"/> until they are destroyed, by whomever.</summary>
    [Parameter]
    public partial int NGsocks { get; private set; }

    /// <summary>The address that it listens on, with the port in use.</summary>
    public EndPoint? Sockname => _link?.LocalEndPoint;

    private enum State : byte
    {
        /// <summary>Accepting what comes.</summary>
        [On<EvAcceptable>(nameof(AcAccept))]
        [On<EvStarved>(nameof(AcPause), Next = Starved)]
        Listening,

        /// <summary>The system has no descriptors or memory left: connections wait in the backlog.</summary>
        [After(StarvedMilliseconds, nameof(AcTryAgain), Next = Listening)]
        [Refuse]
        Starved,
    }

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool IsPositive(int value) => value > 0;
}

/// <summary>An accepted gsock of a <see cref="GServerSock"/> is destroyed.</summary>
internal readonly record struct EvGsockGone;
