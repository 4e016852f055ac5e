using System.Net;

namespace FsmKit.Programs.Dhcp;

/// <summary>A DHCP client, after RFC 2131, figure 5.</summary>
[GClass]
[Input<EvOffer>, Input<EvAck>, Input<EvNak>]
[Input<EvT1Expired>, Input<EvT2Expired>, Input<EvLeaseExpired>]
[Output<EvDiscover>, Output<EvRequest>, Output<EvDecline>, Output<EvConfigured>, Output<EvHalted>]
public sealed partial class DhcpClient : GObj
{
    private const int MaxRequests = 4;
    private EvOffer _offer;
    private Lease _lease;
    private int _requests;

    /// <summary>The address that the host had before it was restarted.</summary>
    [Parameter]
    public partial IPAddress? KnownAddress { get; set; }

    /// <summary>Wait before the first message, so that hosts do not all begin at once. Default 1 s.</summary>
    [Parameter]
    public partial TimeSpan StartDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time for an answer. Default 4 s.</summary>
    [Parameter]
    public partial TimeSpan ResponseTime { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Tells whether an address is unused by other hosts.</summary>
    [Parameter]
    public partial Func<IPAddress, bool> IsFree { get; set; } = static _ => true;

    private enum State : byte
    {
        /// <summary>Without an address.</summary>
        [After(nameof(StartDelay), nameof(AcDiscover), Next = Selecting)]
        [Ignore<EvOffer>, Ignore<EvAck>, Ignore<EvNak>]
        [Refuse]
        Init,

        /// <summary>Collecting offers: the first one is taken.</summary>
        [On<EvOffer>(nameof(AcSelect), Next = Requesting)]
        [After(nameof(ResponseTime), nameof(AcDiscover), Next = Selecting)]
        [Ignore<EvAck>, Ignore<EvNak>]
        [Refuse]
        Selecting,

        /// <summary>An offer is requested.</summary>
        [On<EvAck>(nameof(AcBind), Next = Bound, When = nameof(IsAcceptable))]
        [On<EvAck>(nameof(AcDecline), Next = Init)]
        [On<EvNak>(Next = Init)]
        [After(nameof(ResponseTime), Next = Retrying)]
        [Ignore<EvOffer>]
        [Refuse]
        Requesting,

        /// <summary>No answer has come: once more, or from the beginning.</summary>
        [Always(nameof(AcRequest), Next = Requesting, When = nameof(MayRetry))]
        [Always(Next = Init)]
        [Refuse]
        Retrying,

        /// <summary>A restarted host remembers its address.</summary>
        [Always(nameof(AcReboot), Next = Rebooting)]
        [Refuse]
        InitReboot,

        /// <summary>The remembered address is requested.</summary>
        [On<EvAck>(nameof(AcBind), Next = Bound, When = nameof(IsAcceptable))]
        [On<EvAck>(nameof(AcDecline), Next = Init)]
        [On<EvNak>(Next = Init)]
        [After(nameof(ResponseTime), Next = Init)]
        [Ignore<EvOffer>]
        [Refuse]
        Rebooting,

        /// <summary>The client has an address.</summary>
        [On<EvLeaseExpired>(Next = Init)]
        [Exit(nameof(AcHalt))]
        [Ignore<EvOffer>]
        Leased,

        /// <summary>The lease is young.</summary>
        [Inside(Leased)]
        [On<EvT1Expired>(nameof(AcRenew), Next = Renewing)]
        [Ignore<EvAck>, Ignore<EvNak>]
        [Refuse]
        Bound,

        /// <summary>Asking the server for more.</summary>
        [Inside(Leased)]
        [On<EvAck>(nameof(AcBind), Next = Bound)]
        [On<EvNak>(Next = Init)]
        [On<EvT2Expired>(nameof(AcRebind), Next = Rebinding)]
        [Refuse]
        Renewing,

        /// <summary>Asking any server for more.</summary>
        [Inside(Leased)]
        [On<EvAck>(nameof(AcBind), Next = Bound)]
        [On<EvNak>(Next = Init)]
        [Refuse]
        Rebinding,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (KnownAddress is not null)
        {
            ChangeState(State.InitReboot);
        }
    }

    private bool IsAcceptable(in EvAck e) => IsFree(e.Lease.Address);
}
