using Microsoft.Extensions.Logging;

namespace FsmKit.Net.Listening;

/// <summary>Listener that accepts by itself while it is active, and hands each connection to its handlers on the thread of a loop.</summary>
/// <remarks>
/// Modelled on GLib's GSocketService. The behaviour of the service is a state machine in the loop (docs/machines/GSocketService.md). All
/// members are callable from any thread. The handlers run on the loop's thread, one after the other, and must not block; for blocking
/// handlers use <see cref="ThreadedSocketService"/>. An active service stays alive without a reference. A stopped service without a
/// reference is closed by the garbage collector.
/// </remarks>
public partial class SocketService : SocketListener
{
    private readonly Lock _gate = new();
    private readonly GAplic _loop;
    private GSocketService? _machine;
    private bool _active;

    /// <summary>Creates a service without sockets.</summary>
    /// <param name="loop">The loop whose thread runs the handlers. Its disposal closes the service.</param>
    /// <param name="active">Whether the service accepts at once. If false, clients wait in the backlog until <see cref="Start"/>.</param>
    public SocketService(GAplic loop, bool active = true)
    {
        ArgumentNullException.ThrowIfNull(loop);
        _loop = loop;
        Queue.TellTo(OnQueue);
        loop.PostCallback(CreateMachine);
        if (active)
        {
            _active = true;
            TellGobj(new EvServiceStarted(this));
        }
    }

    /// <summary>Destroys the machine of a stopped service that is collected. The sockets have finalizers of their own.</summary>
    ~SocketService() => Dispose(disposing: false);

    /// <summary>
    /// Handles a new connection, on the loop's thread. Handlers are called in the order of their adding, <see cref="OnIncoming"/> last,
    /// until one returns true. An exception also ends the sequence: it is logged, and the connection is closed, unless
    /// <see cref="SocketConnection.Keep"/> was called.
    /// </summary>
    public event ConnectionHandler? Incoming;

    /// <summary>
    /// Reports a change of <see cref="Active"/>, on the thread and inside the call that changed it. Exceptions of handlers are logged.
    /// </summary>
    public event EventHandler? ActiveChanged;

    /// <summary>Whether the service is started. Setting the property starts or stops the service.</summary>
    /// <exception cref="ObjectDisposedException">The property is set to true on a closed service.</exception>
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

    /// <summary>Whether the service is started (Gio <c>is_active</c>). Equals <see cref="Active"/>.</summary>
    public bool IsActive => Active;

    /// <summary>Whether a connection could be handled now.</summary>
    internal virtual bool HasRoom => true;

    /// <summary>Starts accepting. Does nothing if the service is active.</summary>
    /// <exception cref="ObjectDisposedException">The service is closed.</exception>
    public void Start() => SetActive(true);

    /// <summary>
    /// Stops accepting without closing the sockets. Clients wait in the backlog until <see cref="Start"/>. A connection that is being accepted at
    /// the stop is still delivered. Does nothing if the service is not active.
    /// </summary>
    public void Stop() => SetActive(false);

    /// <summary>
    /// Requests the next connection, unless the service is stopped. The lock makes a stop on another thread effective from its return.
    /// </summary>
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

    /// <summary>Calls the handlers in order until one has handled the connection, then releases it.</summary>
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
            // A stall of the loop is attributed to the handler; a handler on a thread of its own stalls no loop.
            using var call = _loop.IsLoopThread ? _loop.EnterCall(handler == Serve ? Handler! : handler, connection) : default;
            return handler(connection, source);
        }
    }

    /// <summary>Sends an event to the machine, on the loop's thread.</summary>
    internal void TellGobj<TEvent>(TEvent e)
        where TEvent : struct => _loop.PostCallback(() =>
        {
            if (_machine is { IsDestroyed: false } machine)
            {
                ((IAccept<TEvent>)(object)machine).Send(e);
            }
        });

    /// <summary>Handles a connection that no other handler has handled, on the loop's thread. This implementation does nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="source">The tag with which the listening socket was added; null for none.</param>
    /// <returns>True if the connection is handled. This implementation returns false.</returns>
    protected virtual bool OnIncoming(SocketConnection connection, object? source) => false;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            EndServing();
            Stop();
            TellGobj(default(EvServiceClosed));
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
                TellGobj(new EvServiceStarted(this));
            }
            else
            {
                Queue.Watch(false);
                TellGobj(new EvServiceStopped(this));
            }
        }

        Raise(ActiveChanged, nameof(ActiveChanged));
    }

    private void OnQueue(Exception? failure)
    {
        if (failure is null)
        {
            TellGobj(new EvIncoming(this));
        }
        else
        {
            TellGobj(new EvAcceptFailed(this, failure));
        }
    }
}
