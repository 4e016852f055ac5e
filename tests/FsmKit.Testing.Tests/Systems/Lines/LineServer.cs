using FsmKit.Net;

namespace FsmKit.Testing.Tests.Systems.Lines;

/// <summary>Answers each line with its number of characters.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class LineServer : GObj
{
    private readonly Dictionary<GSock, List<byte>> _begun = [];

    /// <summary>The bug: takes the bytes of one read for one line, which works on the own machine.</summary>
    public bool IsNaive { get; set; }

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(nameof(AcEnd))]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => (server.Host, server.Port) = ("127.0.0.1", 7007));

    private void AcBegin(in EvConnected e) => _begun.Add(e.Gsock, []);

    private void AcRead(in EvRxData e)
    {
        var begun = _begun[e.Gsock];
        foreach (var one in e.Data)
        {
            if (one == '\n')
            {
                Answer(e.Gsock, begun);
            }
            else
            {
                begun.Add(one);
            }
        }

        if (IsNaive && begun.Count > 0)
        {
            Answer(e.Gsock, begun);
        }
    }

    private void Answer(GSock gsock, List<byte> line)
    {
        Send(gsock, new EvSendData([(byte)line.Count]));
        line.Clear();
    }

    private void AcEnd(in EvDisconnected e) => _begun.Remove(e.Gsock);
}
