using FsmKit;
using FsmKit.Net;

namespace CacheSample;

/// <summary>Serves one client: turns received bytes into commands and answers them in their order.</summary>
[GClass]
[Input<EvRxData>, Input<EvDisconnected>, Input<EvHighWater>, Input<EvLowWater>]
[Input<EvCommand>, Input<EvQuit>, Input<EvBadProtocol>, Input<EvFlush>]
public sealed partial class Session : GObj
{
    private readonly RespReader _reader = new();
    private readonly Replies _replies = new();

    /// <summary>Connection of the client.</summary>
    public GSock Gsock { get; set; } = null!;

    /// <summary>Server, which has the values and the password.</summary>
    public CacheServer Server { get; set; } = null!;

    private enum State : byte
    {
        /// <summary>The client is there.</summary>
        [On<EvRxData>(nameof(AcRead))]
        [On<EvFlush>(nameof(AcFlush))]
        [On<EvQuit>(nameof(AcQuit), Next = Closing)]
        [On<EvBadProtocol>(nameof(AcRefuse), Next = Closing)]
        [On<EvHighWater>(nameof(AcPause)), On<EvLowWater>(nameof(AcResume))]
        [On<EvDisconnected>(Next = Gone)]
        Connected,

        /// <summary>The server wants a password, and the client has not given it.</summary>
        [Inside(Connected)]
        [Always(Next = Open, When = nameof(NeedsNoPassword))]
        [On<EvCommand>(nameof(AcAccept), Next = Open, When = nameof(IsPassword))]
        [On<EvCommand>(nameof(AcAskForPassword))]
        Locked,

        /// <summary>Each command is run.</summary>
        [Inside(Connected)]
        [On<EvCommand>(nameof(AcRun))]
        Open,

        /// <summary>The last reply is on its way; what the client still sends is thrown away.</summary>
        [On<EvDisconnected>(Next = Gone)]
        [On<EvFlush>(nameof(AcFlushAndClose))]
        [Ignore<EvRxData>, Ignore<EvCommand>, Ignore<EvQuit>, Ignore<EvBadProtocol>, Ignore<EvHighWater>, Ignore<EvLowWater>]
        Closing,

        /// <summary>The connection has ended.</summary>
        [Final]
        Gone,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        // The server hears of the connection only; all that comes after is the session's.
        Gsock.UnsubscribeAll();
        Gsock.EnsureSubscribed<EvRxData>(this);
        Gsock.EnsureSubscribed<EvDisconnected>(this);
        Gsock.EnsureSubscribed<EvHighWater>(this);
        Gsock.EnsureSubscribed<EvLowWater>(this);
    }

    private void AcRead(in EvRxData e)
    {
        _reader.Add(e.Data);
        string? fault;
        while (_reader.TryTake(out var words, out fault))
        {
            if (Commands.Name(words) == "QUIT")
            {
                Raise(new EvQuit());
            }
            else
            {
                Raise(new EvCommand(words));
            }
        }

        if (fault is not null)
        {
            Raise(new EvBadProtocol(fault));
        }

        Raise(new EvFlush());
    }

    private bool NeedsNoPassword() => Server.Password.Length == 0;

    private bool IsPassword(in EvCommand e) => e.Words.Count == 2 && Commands.Name(e.Words) == "AUTH" && Server.Admits(e.Words[1]);

    private void AcAccept() => _replies.Simple("OK");

    private void AcAskForPassword(in EvCommand e) =>
        _replies.Error(Commands.Name(e.Words) == "AUTH" ? "WRONGPASS invalid username-password pair or user is disabled." : "NOAUTH Authentication required.");

    private void AcRun(in EvCommand e)
    {
        Server.Commands++;
        Commands.Run(e.Words, Server.Store, _replies);
    }

    private void AcQuit() => _replies.Simple("OK");

    private void AcRefuse(in EvBadProtocol e) => _replies.Error($"ERR Protocol error: {e.Reason}");

    private void AcFlush()
    {
        Send(Gsock, new EvSendData(_replies.Bytes));
        _replies.Clear();
    }

    private void AcFlushAndClose()
    {
        AcFlush();
        Send(Gsock, new EvClose());
    }

    private void AcPause() => Send(Gsock, new EvPauseReceiving());

    private void AcResume() => Send(Gsock, new EvResumeReceiving());
}
