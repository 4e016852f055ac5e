using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Failover;

/// <summary>Asks through a connex at any moment, with or without a connection, and listens to the answers.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvRxData>, Input<EvFrame>, Input<EvFrameFault>, Input<EvInputEnded>, Input<EvDisconnected>]
[Input<EvTransmitReady>, Input<EvNext>, Input<EvOnAgain>, Input<EvHangUp>]
public sealed partial class Asker : GObj
{
    private Listener? _listener;
    private TimeSpan _active;
    private bool _isOpen;
    private int _left = 8;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Writes the parameters of the connex.</summary>
    public Action<GConnex> Configure { get; set; } = null!;

    /// <summary>Whether the client breaks connections and attempts off.</summary>
    public bool Meddles { get; set; }

    /// <summary>Questions and answers.</summary>
    internal AnswerBook Book { get; set; } = null!;

    /// <summary>Attempts and pauses of the connex.</summary>
    internal Turns Turns { get; set; } = null!;

    /// <summary>Connex that sends the questions.</summary>
    public GConnex Connex { get; private set; } = null!;

    /// <summary>Time of the drop of a connection whose end was not told yet; null without a drop.</summary>
    public TimeSpan? DroppedAt { get; private set; }

    /// <summary>Time since the last byte of a connection that this client has not ended; null without one.</summary>
    public TimeSpan? Idle => _isOpen ? World.Elapsed - _active : null;

    /// <summary>Whether the connection has told, since the last question, that all is transmitted.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether an answer was told as a fault, which may end the connection.</summary>
    public bool HasFault => _listener is { Faults: > 0 };

    /// <summary>Whether the client has asked everything.</summary>
    public bool IsOver => _left <= 0;

    private enum State
    {
        [On<EvNext>(nameof(AcNext)), On<EvOnAgain>(nameof(AcOnAgain)), Ignore<EvHangUp>]
        [On<EvConnected>(nameof(AcConnected), Next = Listening)]
        [Refuse]
        Waiting,

        [On<EvNext>(nameof(AcNext)), On<EvOnAgain>(nameof(AcOnAgain)), On<EvHangUp>(nameof(AcHangUp))]
        [On<EvRxData>(nameof(AcHear)), On<EvFrame>(nameof(AcAnswered)), On<EvFrameFault>(nameof(AcFault)), On<EvInputEnded>(nameof(AcInputEnded))]
        [On<EvTransmitReady>(nameof(AcReady)), On<EvDisconnected>(nameof(AcDisconnected), Next = Waiting)]
        [Refuse]
        Listening,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Connex = Create<GConnex>("connex", Configure);
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvNext());
    }

    private void AcNext()
    {
        switch (World.Choose(Meddles ? 9 : 5))
        {
            case 4:
                Connect();
                break;
            case 5:
                End(new EvClose());
                break;
            case 6:
                End(new EvDrop());
                break;
            case 7:
                End(new EvDisable());
                StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10, 300)), new EvOnAgain());
                break;
            case 8:
                AcOnAgain();
                break;
            default:
                AskSome(World.Choose(1, 3));
                break;
        }

        if (--_left > 0 && World.Choose(4) == 3)
        {
            AcNext();
        }
        else if (_left > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20, 200, 800)), new EvNext());
        }
    }

    private void End<TEvent>(TEvent order)
        where TEvent : struct
    {
        Turns.Disturbed();
        _isOpen = false;
        DroppedAt = order is EvDrop or EvDisable && StateName == "Listening" ? World.Elapsed : DroppedAt;
        ((IAccept<TEvent>)(object)Connex).Send(order);
        World.Check(Connex.StateName is not ("WaitConnected" or "Connected"), "A connex goes on that was told to end its connection.");
        World.Check(Connex.Disabled || order is not EvDisable, "A connex is not switched off that was told so.");
    }

    private void Connect()
    {
        if (Connex.Disabled)
        {
            return;
        }

        if (Connex.IsDisconnected)
        {
            Turns.Ordered();
        }
        else if (Connex.StateName == "Closing")
        {
            Turns.Disturbed();
        }

        Send(Connex, new EvConnect());
    }

    private void AskSome(int count)
    {
        for (; count > 0 && !Connex.Disabled; count--)
        {
            if (Connex.StateName == "Disconnected")
            {
                Turns.Ordered();
            }

            IsReady = false;
            _active = Connex.IsConnected ? World.Elapsed : _active;
            Send(Connex, new EvSendData(Book.Ask(World.Choose(0, 1000))));
        }
    }

    private void AcOnAgain()
    {
        Turns.Disturbed();
        Send(Connex, new EvEnable());
        World.Check(!Connex.Disabled, "A connex is not switched on that was told so.");
    }

    private void AcConnected(in EvConnected e)
    {
        Turns.Disturbed();
        _listener = new Listener(World, Book, e.Sockname!);
        (_isOpen, _active) = (true, World.Elapsed);
    }

    private void AcHear(in EvRxData e)
    {
        _active = World.Elapsed;
        _listener!.Hear(e.Data);
    }

    private void AcAnswered(in EvFrame e)
    {
        _active = World.Elapsed;
        _listener!.Answered(Encoding.Latin1.GetString(e.Data));
    }

    private void AcFault()
    {
        _active = World.Elapsed;
        _listener!.Failed();
    }

    private void AcReady()
    {
        World.Check(Connex.QueuedMessages == 0, "A connex is ready to transmit, and has messages that wait.");
        IsReady = true;
    }

    private void AcInputEnded()
    {
        _listener!.EndInput();
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvHangUp());
    }

    private void AcHangUp()
    {
        if (_listener!.HasEnded)
        {
            End(new EvClose());
        }
    }

    private void AcDisconnected(in EvDisconnected e)
    {
        Turns.Disturbed();
        (_isOpen, IsReady, DroppedAt) = (false, false, null);
        _listener!.End(e.Reason);
    }
}
