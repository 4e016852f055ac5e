namespace FsmKit.Net.Tests;

/// <summary>Sends all messages, over as many connections as necessary, and checks the echo.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>]
public sealed partial class StormClient : GObj
{
    private const int Burst = 32;
    private GSock _gsock = null!;
    private StormStream? _echo;
    private int _sent;

    internal StormBooks Books { get; set; } = null!;

    internal int Port { get; set; }

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [On<EvTransmitReady>(nameof(AcSendMore))]
        [On<EvRxData>(nameof(AcData))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        Storming,
    }

    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", Port));
        Connect();
    }

    private void Connect()
    {
        Books.Attempts++;
        Post(_gsock, new EvConnect());
    }

    private void AcConnected()
    {
        _echo = new StormStream { Connection = ++Books.Connections };
        _sent = 0;
    }

    private void AcSendMore(in EvTransmitReady e)
    {
        if (Books.Left == 0)
        {
            Send(e.Gsock, new EvHalfClose());
            return;
        }

        Span<byte> message = stackalloc byte[StormMessage.Length];
        for (var i = 0; i < Burst && Books.Left > 0; i++)
        {
            StormMessage.Write(message, _echo!.Connection, _sent);
            if (Send(e.Gsock, new EvSendData(message)) != Outcome.Handled)
            {
                return; // the connection broke in the send before
            }

            _sent++;
            Books.Left--;
        }
    }

    private void AcData(in EvRxData e) => _echo!.Add(e.Data);

    private void AcDisconnected(in EvDisconnected e)
    {
        if (_echo is { } echo)
        {
            Books.ClientEnded(echo, _sent, in e);
            _echo = null;
        }
        else
        {
            Books.ConnectFailed(in e);
        }

        if (Books.Left > 0)
        {
            Connect();
        }
        else
        {
            Books.Finished++;
        }
    }
}
