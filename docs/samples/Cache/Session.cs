using FsmKit;
using FsmKit.Net;

namespace CacheSample;

/// <summary>Serves one client: answers its commands in their order.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrameFault>, Input<EvHighWater>, Input<EvLowWater>]
[Input<EvCommand>, Input<EvBadProtocol>]
[On<EvConnected>(nameof(AcBegin)), On<EvFrameFault>(nameof(AcRefuseLine)), On<EvBadProtocol>(nameof(AcRefuse))]
[On<EvHighWater>(nameof(AcPause)), On<EvLowWater>(nameof(AcResume))]
public sealed partial class Session : GObj, ISession
{
    private readonly Replies _replies = new();

    /// <inheritdoc/>
    public GSock Gsock { get; set; } = null!;

    private CacheServer Server => (CacheServer)Parent!;

    private enum State : byte
    {
        /// <summary>The server wants a password, and the client has not given the right one.</summary>
        [Always(Next = Open, When = nameof(NeedsNoPassword))]
        [On<EvCommand>(nameof(AcQuit), When = nameof(IsQuit))]
        [On<EvCommand>(nameof(AcAccept), Next = Open, When = nameof(IsPassword))]
        [On<EvCommand>(nameof(AcAskForPassword))]
        Locked,

        /// <summary>Each command is run.</summary>
        [On<EvCommand>(nameof(AcQuit), When = nameof(IsQuit))]
        [On<EvCommand>(nameof(AcRun))]
        Open,
    }

    private bool NeedsNoPassword() => Server.Password.Length == 0;

    private static bool IsQuit(in EvCommand e) => Commands.Name(e.Words) == "QUIT";

    private bool IsPassword(in EvCommand e) => e.Words.Count == 2 && Commands.Name(e.Words) == "AUTH" && Server.Admits(e.Words[1]);

    private void AcBegin(in EvConnected e) => e.Gsock.Subscribe<EvFrame>(Create<CommandReader>());

    private void AcAccept()
    {
        _replies.Simple("OK");
        Flush();
    }

    private void AcAskForPassword(in EvCommand e)
    {
        _replies.Error(Commands.Name(e.Words) == "AUTH" ? "WRONGPASS invalid username-password pair or user is disabled." : "NOAUTH Authentication required.");
        Flush();
    }

    private void AcRun(in EvCommand e)
    {
        Server.Commands++;
        Commands.Run(e.Words, Server.Store, _replies);
        Flush();
    }

    private void AcQuit()
    {
        AcAccept();
        Send(Gsock, new EvClose());
    }

    private void AcRefuse(in EvBadProtocol e)
    {
        _replies.Error($"ERR Protocol error: {e.Reason}");
        Flush();
        Send(Gsock, new EvClose());
    }

    private void AcRefuseLine() => AcRefuse(new EvBadProtocol("too big inline request"));

    private void AcPause() => Send(Gsock, new EvPauseReceiving());

    private void AcResume() => Send(Gsock, new EvResumeReceiving());

    private void Flush()
    {
        Send(Gsock, new EvSendData(_replies.Bytes));
        _replies.Clear();
    }
}
