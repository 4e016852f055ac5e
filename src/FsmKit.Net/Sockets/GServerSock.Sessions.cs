namespace FsmKit.Net;

/// <content>A session (<see cref="ISession"/>) for each connection.</content>
public sealed partial class GServerSock
{
    private Func<GObj, string?, GObj>? _createSession;

    /// <summary>
    /// Serves each connection by a gobj of its own, the session. The server creates the session as a child of the server's subscriber,
    /// creates the <see cref="GSock"/> as a child of the session, and subscribes the session to each event of the gsock that the session
    /// accepts. Call this method in the <c>configure</c> of <c>Create</c>, or later on the loop's thread for the connections that follow.
    /// </summary>
    /// <param name="configure">Sets the parameters of each session before its start. Default: null, sets nothing.</param>
    /// <typeparam name="T">Gclass of the sessions.</typeparam>
    /// <remarks>
    /// The session is created before the TLS handshake; <see cref="EvConnected"/> follows it. The session is destroyed in the turn of the
    /// loop after <see cref="EvDisconnected"/>, or after a failed handshake. Destroying either of session and gsock destroys both. When the
    /// session throws an exception in an event of its connection, the connection alone is reset, with
    /// <see cref="DisconnectReason.Faulted"/>. The name of a session is <c>{server}.session_{number in hexadecimal}</c> if the server has a
    /// name.
    /// </remarks>
    public void Serve<T>(Action<T>? configure = null)
        where T : GObj, ISession, new() => _createSession = (owner, name) => owner.Create(name, configure);

    /// <summary>Creates the gsock of an accepted connection: inside its session, or below the subscriber.</summary>
    private GSock CreateGsock()
    {
        _number++;
        var owner = Subscriber ?? Parent!;
        if (_createSession is not { } create)
        {
            return owner.Create(NumberedName("clisrv"), _prepare);
        }

        var session = create(owner, NumberedName("session"));
        try
        {
            var gsock = session.Create("gsock", _prepare);
            gsock.BelongTo(session);
            ((ISession)session).Gsock = gsock;
            return gsock;
        }
        catch
        {
            session.Destroy();
            throw;
        }
    }
}
