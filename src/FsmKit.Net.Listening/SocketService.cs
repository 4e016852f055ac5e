using Microsoft.Extensions.Logging;

namespace FsmKit.Net.Listening;

/// <summary>A listener that accepts by itself while it is active, and hands each connection to its handlers, on the thread of a loop.</summary>
/// <remarks>
/// After GLib's GSocketService. Its behaviour is a machine in that loop (docs/machines/GSocketService.md). All members are callable from
/// any thread; the handlers run on the loop's, one after the other, and must not block it: see <see cref="ThreadedSocketService"/>.
/// A service that is active stays alive without being referenced; one that is stopped and forgotten closes like any forgotten socket.
/// </remarks>
public partial class SocketService : SocketListener
{
    private readonly Lock _gate = new();
    private readonly GAplic _loop;
    private GSocketService? _machine;
    private bool _active;

    /// <summary>Makes a service without sockets.</summary>
    /// <param name="loop">On whose thread the handlers run; when it is disposed, the service is closed.</param>
    /// <param name="active">Whether it accepts from the beginning. Otherwise clients wait in the backlog until <see cref="Start"/>.</param>
    public SocketService(GAplic loop, bool active = true)
    {
        ArgumentNullException.ThrowIfNull(loop);
        _loop = loop;
        Queue.TellTo(OnQueue);
        loop.PostCallback(CreateMachine);
        if (active)
        {
            _active = true;
            Tell(new EvServiceStarted(this));
        }
    }

    /// <summary>Forgotten while it was stopped: its sockets go by themselves, its machine does not.</summary>
    ~SocketService() => Dispose(disposing: false);

    /// <summary>
    /// Deals with a new connection. The handlers are asked in the order in which they were added, <see cref="OnIncoming"/> last; the
    /// first that returns true ends that. One that throws ends it too: the exception is logged, and the connection closed unless kept.
    /// </summary>
    public event ConnectionHandler? Incoming;

    /// <summary>
    /// Tells that <see cref="Active"/> has changed, on the thread and inside the call that changed it. What a handler throws goes to the log.
    /// </summary>
    public event EventHandler? ActiveChanged;

    /// <summary>Whether it was asked to accept. Writing it starts or stops the service.</summary>
    public bool Active
    {
        get
        {
            lock (_gate)
            {
                return _active;
            }
        }

        set => SetActive(value);
    }

    /// <summary>Whether it accepts clients that connect; otherwise they wait in the backlog (Gio <c>is_active</c>).</summary>
    public bool IsActive => Active;

    /// <summary>Whether somebody could deal with a connection now.</summary>
    internal virtual bool HasRoom => true;

    /// <summary>Starts accepting. Does nothing when it is active.</summary>
    /// <exception cref="ObjectDisposedException">The service is closed.</exception>
    public void Start() => SetActive(true);

    /// <summary>
    /// Stops accepting, without closing the sockets: clients wait in the backlog until <see cref="Start"/>. What was accepted at that
    /// moment is still delivered. Does nothing when it is not active.
    /// </summary>
    public void Stop() => SetActive(false);

    /// <summary>Asks for the next connection, unless the service was stopped: a stop on another thread holds from its return on.</summary>
    internal void AcceptNext()
    {
        lock (_gate)
        {
            if (_active)
            {
                Queue.Watch(true);
            }
        }
    }

    /// <summary>Hands a connection to the handlers.</summary>
    internal void Emit(AcceptedSocket accepted) =>
        Ask(Incoming, Handler is null ? OnIncoming : Serve, new SocketConnection(accepted), accepted.Source);

    /// <summary>Asks handlers in their order until one has dealt with the connection, then lets go of it.</summary>
    internal void Ask(ConnectionHandler? handlers, ConnectionHandler last, SocketConnection connection, object? source)
    {
        try
        {
            foreach (var handler in Delegate.EnumerateInvocationList(handlers))
            {
                if (Call(handler))
                {
                    return;
                }
            }

            Call(last);
        }
        catch (Exception x)
        {
            ListeningLog.HandlerFault(Log, this, connection, x);
        }
        finally
        {
            LetGo(connection);
        }

        bool Call(ConnectionHandler handler)
        {
            // A stall of the loop is blamed on the handler; a thread of its own stalls nothing.
            using var call = _loop.IsLoopThread ? _loop.EnterCall(handler == Serve ? Handler! : handler, connection) : default;
            return handler(connection, source);
        }
    }

    /// <summary>Lets the machine handle an event, on the loop's thread.</summary>
    internal void Tell<TEvent>(TEvent e)
        where TEvent : struct => _loop.PostCallback(() =>
        {
            if (_machine is { IsDestroyed: false } machine)
            {
                ((IAccept<TEvent>)(object)machine).Send(e);
            }
        });

    /// <summary>The handler that is asked last.</summary>
    /// <returns>Whether the connection is dealt with; false here.</returns>
    protected virtual bool OnIncoming(SocketConnection connection, object? source) => false;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            EndServing();
            Stop();
            Tell(default(EvServiceClosed));
        }
        else if (_machine is { } machine)
        {
            _loop.PostCallback(machine.Destroy);
        }
    }

    private protected override ILogger Log => Logger ?? _loop.Logger;

    private protected GAplic Loop => _loop;

    private protected GObj? Machine => _machine;

    private void CreateMachine()
    {
        if (IsClosed || _loop.IsDestroyed)
        {
            return;
        }

        _machine = _loop.Create<GSocketService>("socket_service", naming: Naming.Random);
        _machine.BelongTo(this);
    }

    private void SetActive(bool active)
    {
        lock (_gate)
        {
            if (_active == active)
            {
                return;
            }

            if (active && IsClosed)
            {
                throw AcceptQueue.Closed();
            }

            _active = active;
            if (active)
            {
                Tell(new EvServiceStarted(this));
            }
            else
            {
                Queue.Watch(false);
                Tell(new EvServiceStopped(this));
            }
        }

        Raise(ActiveChanged, nameof(ActiveChanged));
    }

    private void OnQueue(Exception? failure)
    {
        if (failure is null)
        {
            Tell(new EvIncoming(this));
        }
        else
        {
            Tell(new EvAcceptFailed(this, failure));
        }
    }
}
