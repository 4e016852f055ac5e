namespace FsmKit.Net.Tests.Examples;

/// <summary>A letter that a client has handed over.</summary>
public readonly record struct EvLetter(string From, IReadOnlyList<string> To, string Text);

/// <summary>Receives letters by SMTP and keeps them.</summary>
[GClass]
[Input<EvLetter>]
public sealed partial class LetterBox : GObj
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; } = 2525;

    public List<EvLetter> Letters { get; } = [];

    public GServerSock Server { get; private set; } = null!;

    private enum State : byte
    {
        [On<EvLetter>(nameof(AcKeep))]
        Open,
    }

    protected override void StartUp() => Server = Create<GServerSock>("smtp", server =>
    {
        (server.Host, server.Port, server.Framing) = ("127.0.0.1", Port, Framing.Lines(1_000));
        server.Serve<SmtpSession>();
    });

    private void AcKeep(in EvLetter e) => Letters.Add(e);
}
