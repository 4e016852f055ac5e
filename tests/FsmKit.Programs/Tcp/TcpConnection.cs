namespace FsmKit.Programs.Tcp;

/// <summary>The states of a TCP connection, after RFC 9293, figure 5, with the events of section 3.10.</summary>
[GClass]
[Input<EvSegment>, Input<EvPassiveOpen>, Input<EvActiveOpen>, Input<EvSend>, Input<EvClose>, Input<EvAbort>]
[Output<EvTransmit>, Output<EvEstablished>, Output<EvReceived>, Output<EvPeerClosed>, Output<EvConnectionReset>]
public sealed partial class TcpConnection : GObj
{
    private bool _isPassive;
    private uint _sndNxt;
    private uint _rcvNxt;

    /// <summary>The initial send sequence number.</summary>
    [Parameter]
    public partial uint Iss { get; set; } = 100;

    /// <summary>Twice the maximum segment lifetime.</summary>
    [Parameter]
    public partial TimeSpan TwoMsl { get; set; } = TimeSpan.FromMinutes(4);

    private enum State : byte
    {
        /// <summary>No connection.</summary>
        [On<EvPassiveOpen>(nameof(AcListen), Next = Listen)]
        [On<EvActiveOpen>(nameof(AcSendSyn), Next = SynSent)]
        [On<EvSegment>(When = nameof(IsRst))]
        [On<EvSegment>(nameof(AcRejectSegment))]
        [Refuse]
        Closed,

        /// <summary>Waiting for a peer that connects.</summary>
        [On<EvSegment>(When = nameof(IsRst))]
        [On<EvSegment>(nameof(AcRejectSegment), When = nameof(IsAck))]
        [On<EvSegment>(nameof(AcSendSynAck), Next = SynReceived, When = nameof(IsSyn))]
        [Ignore<EvSegment>]
        [On<EvActiveOpen>(nameof(AcSendSyn), Next = SynSent)]
        [On<EvSend>(nameof(AcSendSyn), Next = SynSent)]
        [On<EvClose>(Next = Closed), On<EvAbort>(Next = Closed)]
        [Refuse]
        Listen,

        /// <summary>A SYN is sent, none has come. Data to send waits for the connection.</summary>
        [On<EvSegment>(nameof(AcTellReset), Next = Closed, When = nameof(IsRstOfSyn))]
        [On<EvSegment>(nameof(AcEstablish), Next = Established, When = nameof(IsSynAckOfSyn))]
        [On<EvSegment>(nameof(AcSendSynAck), Next = SynReceived, When = nameof(IsSyn))]
        [Ignore<EvSegment>]
        [On<EvClose>(Next = Closed), On<EvAbort>(Next = Closed)]
        [Defer<EvSend>, Refuse]
        SynSent,

        /// <summary>A SYN is sent, another one has come, and the own one is not acknowledged yet.</summary>
        [On<EvSegment>(Next = Listen, When = nameof(IsRstOfPassive))]
        [On<EvSegment>(nameof(AcTellReset), Next = Closed, When = nameof(IsRst))]
        [On<EvSegment>(nameof(AcEstablishPassive), Next = Established, When = nameof(IsAckOfAll))]
        [Ignore<EvSegment>]
        [On<EvClose>(nameof(AcSendFin), Next = FinWait1)]
        [On<EvAbort>(nameof(AcSendRst), Next = Closed)]
        [Defer<EvSend>, Refuse]
        SynReceived,

        /// <summary>Both sides have acknowledged the other's SYN.</summary>
        [On<EvSegment>(nameof(AcTellReset), Next = Closed, When = nameof(IsRst))]
        [Ignore<EvSegment>]
        [On<EvAbort>(nameof(AcSendRst), Next = Closed)]
        [Refuse]
        Synchronized,

        /// <summary>Data flow both ways.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(nameof(AcPeerCloses), Next = CloseWait, When = nameof(IsFin))]
        [On<EvSegment>(nameof(AcReceive), When = nameof(HasData))]
        [On<EvSend>(nameof(AcSend))]
        [On<EvClose>(nameof(AcSendFin), Next = FinWait1)]
        Established,

        /// <summary>A FIN is sent and not acknowledged.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(nameof(AcGoOn), Next = FinWait2, When = nameof(IsAckOfAll))]
        [On<EvSegment>(nameof(AcPeerCloses), Next = Closing, When = nameof(IsFin))]
        [On<EvSegment>(nameof(AcReceive), When = nameof(HasData))]
        FinWait1,

        /// <summary>The FIN is acknowledged; the peer may still send.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(nameof(AcPeerCloses), Next = TimeWait, When = nameof(IsFin))]
        [On<EvSegment>(nameof(AcReceive), When = nameof(HasData))]
        FinWait2,

        /// <summary>The peer has closed, this side not yet.</summary>
        [Inside(Synchronized)]
        [On<EvSend>(nameof(AcSend))]
        [On<EvClose>(nameof(AcSendFin), Next = LastAck)]
        CloseWait,

        /// <summary>Both have closed at once; the FIN of this side is not acknowledged.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(Next = TimeWait, When = nameof(IsAckOfAll))]
        Closing,

        /// <summary>Waiting for the acknowledgement of the last FIN.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(Next = Closed, When = nameof(IsAckOfAll))]
        LastAck,

        /// <summary>Waiting until no segment of this connection can be under way.</summary>
        [Inside(Synchronized)]
        [On<EvSegment>(nameof(AcAcknowledge), Next = TimeWait, When = nameof(IsFin))]
        [After(nameof(TwoMsl), Next = Closed)]
        TimeWait,
    }
}
