using System.Globalization;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Listening;

/// <summary>Connects, and waits for a greeting: the number of the port, and then the end.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvLeave>]
public sealed partial class Guest : GObj
{
    private readonly List<byte> _said = [];
    private GSock _gsock = null!;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The port that it connects to.</summary>
    public int Port { get; set; }

    /// <summary>Whether it has gone without waiting.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Whether it has been greeted.</summary>
    public bool IsGreeted => Encoding.ASCII.GetString([.. _said]) == Greeting(Port);

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcWait), Next = Waiting), On<EvDisconnected>(Next = Over)]
        [Refuse<EvRxData>, Ignore<EvLeave>]
        Connecting,

        [Hot, On<EvRxData>(nameof(AcRead)), On<EvLeave>(nameof(AcLeave)), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse<EvConnected>]
        Waiting,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvLeave>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <summary>What a client of a port hears.</summary>
    public static string Greeting(int port) => string.Create(CultureInfo.InvariantCulture, $"port {port}");

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", Port));
        Send(_gsock, new EvConnect());
    }

    private void AcWait()
    {
        if (World.Choose(6) == 5)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 400)), new EvLeave());
        }
    }

    private void AcRead(in EvRxData e) => _said.AddRange(e.Data);

    private void AcLeave()
    {
        HasLeft = true;
        Send(_gsock, new EvDrop(World.Choose()));
    }

    private void AcEnd() => World.Check(_said.Count == 0 || IsGreeted || HasLeft, "A client is greeted with something else, or in part.");
}

/// <summary>Leave.</summary>
public readonly record struct EvLeave;
