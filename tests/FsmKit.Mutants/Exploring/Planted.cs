namespace FsmKit.Mutants.Exploring;

/// <summary>A fault that is put into the code of a library, for a scenario that has to find it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="What">What the fault does.</param>
/// <param name="GClass">A gclass of the library.</param>
/// <param name="File">The file, without its folders.</param>
/// <param name="Before">The text that is replaced; it is there once.</param>
/// <param name="After">What stands in its place.</param>
internal sealed record Planted(string Scenario, string What, string GClass, string File, string Before, string After = "")
{
    private const string Service = "GSocketService";
    private const string Channel = "GHttpCliSrv";
    private const string Server = "GServerSock";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Planted> All { get; } =
    [
        new("listener", "a caller that gives up leaves the accept pending", Service, "AcceptQueue.cs", "        Rest();\n        turn.Value.SetCanceled", "        turn.Value.SetCanceled"),
        new("listener", "a connection that no caller waits for is forgotten", Service, "AcceptQueue.Accepting.cs", "_ahead.Enqueue(connection);", "_ = connection;"),
        new("listener", "a caller does not look for a connection that is there", Service, "AcceptQueue.cs", "if (_ahead.TryDequeue(out var first))", "if (_ahead.Count > MaxHandshakes && _ahead.TryDequeue(out var first))"),
        new("listener", "callers do not hear of the end", Service, "AcceptQueue.cs", "turn.SetException(Closed());", "_ = turn;"),
        new("listener", "an address that is added later is not listened to", Service, "AcceptQueue.cs", "        Accept();\n        return true;", "        return true;"),
        new("socket service", "a failed accept is the last one", Service, "GSocketService.cs", "[After(BackOffMilliseconds, nameof(AcAcceptAgain), Next = Accepting)]"),
        new("socket service", "a connection that is kept is closed", Service, "SocketConnection.cs", "_holders) != 0 || _isKept ||", "_holders) != 0 ||"),
        new("socket service", "a stopped service goes on accepting", Service, "SocketService.cs", "                Queue.Watch(false);\n"),
        new("socket service", "connections of other sockets are forgotten by a stop", Service, "GSocketService.cs", "[On<EvEmitted>(nameof(AcLookForMore))]", "[Ignore<EvEmitted>]"),
        new("threaded socket service", "a thread that is found late lets one client too many in", Service, "GSocketService.cs", "[On<EvRelieved>(nameof(AcAccept), Next = Accepting, When = nameof(HasRoom))]", "[On<EvRelieved>(nameof(AcAccept), Next = Accepting)]"),
        new("threaded socket service", "a thread that becomes free does not say so", Service, "WorkerThreads.cs", "            job.Relieve();", "            _ = job;"),
        new("threaded socket service", "a lack of threads lasts for ever", Service, "WorkerThreads.cs", "_isStarved = false;"),
        new("http spilling", "the channel reads on while a part is written", Channel, "GHttpCliSrv.Pumping.cs", ": IsIn(State.Open) && !IsSpilling;", ": IsIn(State.Open);"),
        new("http spilling", "each part is written over the first one", Channel, "BodyStore.cs", "_file.Write(data, Length);", "_file.Write(data, 0);"),
        new("http spilling to a bad disk", "a file that is not wanted any more stays", Channel, "BodyStore.cs", "Interlocked.Exchange(ref _spill, NotWriting) == Unwanted", "Interlocked.Exchange(ref _spill, NotWriting) > Unwanted"),
        new("http spilling to a bad disk", "a file is closed while it is written", Channel, "BodyStore.cs", "Interlocked.CompareExchange(ref _spill, Unwanted, Writing) != Writing", "Interlocked.CompareExchange(ref _spill, Unwanted, Writing) <= Unwanted"),
        new("http spilling to a bad disk", "a part that was not written counts as written", Channel, "GHttpCliSrv.Pumping.cs", "            RefuseUnkept(x);", "            _ = x;"),
        new("http spilling to a bad disk", "a body is forgotten with its file", Channel, "Answering.Holding.cs", "            exchange.Body.Clear();"),
        new("http aborting", "a request does not say that its client is gone", Channel, "HttpRequest.Body.cs", "            _exchange.Context.Pool.Cancel(source);", "            _ = source;"),
        new("http aborting", "a request that is asked late does not say that its client is gone", Channel, "HttpRequest.Body.cs", "                source.Cancel();", "                _ = source;"),
        new("http aborting", "the reader of a body waits for a client that is gone", Channel, "HttpExchange.cs", "        Input?.End(new HttpBodyException(0, \"The client is gone, or its connection was closed, before its request was complete.\"));"),
        new("http aborting in a pool", "the writer of a response waits for a client that is gone", Channel, "HttpExchange.cs", "closed, before its request was complete.\"));\n        Output?.Reader.Complete();", "closed, before its request was complete.\"));"),
        new("http stalling", "a channel that gives up a slow head goes on waiting for it", Channel, "GHttpCliSrv.cs", "[On<EvTick>(nameof(AcHeadTimedOut), Next = Closing, When", "[On<EvTick>(nameof(AcHeadTimedOut), When"),
        new("http aborting", "a request that its handler aborts before it returns is answered", Channel, "Answering.Asking.cs", "IsOnLoop && exchange.States.Phase is", "!IsOnLoop && exchange.States.Phase is"),
        new("http rarities", "hints of a handler that returns at once come too late", Channel, "Answering.Asking.cs", "        if (IsOnLoop)\n", "        if (exchange.Output is null)\n"),
        new("http rarities", "an abort takes the next request with it", Channel, "GHttpCliSrv.Answering.cs", "e.Request == Requests;", "e.Request <= Requests;"),
        new("http closing", "a close cuts off what is being answered", Channel, "GHttpCliSrv.cs", "[On<EvClose>(nameof(AcCloseAfter)), On<EvServerStopping>", "[On<EvServerStopping>"),
        new("http answered twice", "an answer to an earlier request is taken", Channel, "GHttpCliSrv.Answering.cs", "e.Response == Answering.Exchange.Response;", "e.Response != null;"),
        new("http trickling", "the output of a client that reads slowly grows without bound", Channel, "GHttpCliSrv.Sending.cs", "        Gsock.PendingBytes == 0 ||", "        Gsock.PendingBytes >= 0 ||"),
        new("servers without descriptors", "a server without descriptors accepts no more", Server, "GServerSock.cs", "        [After(RestMilliseconds, Next = Listening)]\n"),
        new("servers without descriptors", "a server does not say that it has descriptors again", Server, "GServerSock.Accepting.cs", "            Announce(new EvServing(this, ServingChange.Recovered));"),
        new("http without descriptors", "a server without descriptors accepts no more", Server, "GServerSock.cs", "        [After(RestMilliseconds, Next = Listening)]\n"),
        new("failover", "an attempt that gets no answer goes on for ever", Server, "GConnex.cs", "        [After(nameof(TimeoutWaitingConnected), nameof(AcTimedOut))]\n"),
        new("failover", "the answer of the name service to an attempt that was given up counts", Server, "GSock.Connecting.cs", "e.Attempt == _attempts?.Number", "e.Attempt <= _attempts?.Number"),
        new("failover", "a message that has waited too long is sent", Server, "GConnex.Queue.cs", "_queue.FirstUntil <= now", "_queue.FirstUntil < 0"),
        new("sessions that fail", "a session that fails has its connection closed in good order", Server, "GSock.Closing.cs", "        _link?.Abort();\n        EndLater(DisconnectReason.Faulted", "        EndLater(DisconnectReason.Faulted"),
        new("sessions that fail", "held frames are delivered in a pause", Server, "GSock.Framing.cs", "!IsDestroyed && !_receivePaused && CurrentState", "!IsDestroyed && CurrentState"),
        new("written early", "a gsock that is used again is forgotten", Server, "GSock.cs", "[Ignore<EvForgotten>, Ignore<EvHeld>", "[On<EvForgotten>(nameof(AcDestroy)), Ignore<EvHeld>"),
        new("written early and too much", "a gsock without a connection has room for everything", Server, "GSock.Overflow.cs", "Waiting == 0 ? int.MaxValue", "Waiting == 0 || _link is null ? int.MaxValue"),
        new("stalled handshakes", "a handshake may last for ever", Server, "GSock.cs", "        [After(nameof(HandshakeTimeout), nameof(AcHandshakeTimedOut), Next = Disconnected)]\n"),
        new("chaos", "a connection that is half-closed at once is never idle", Server, "GSock.Connecting.cs", "CurrentState is not (State.Connected or State.Finishing)", "CurrentState is not State.Connected"),
        new("http restarting", "a server that is started again accepts no more", Channel, "GHttpServer.Stopping.cs", "        Send(_server, new EvResumeAccepting());\n"),
        new("connex without descriptors", "a connex whose connect fails does not try again", Server, "GConnex.cs", "        [After(nameof(NextPause), nameof(AcConnect), Next = WaitConnected)]\n"),
        new("connex on demand without descriptors", "a connex forgets that it has something to send", Server, "GConnex.Connecting.cs", "!IsOnDemand || !IsQueueEmpty() || _isWanted;", "!IsOnDemand || _isWanted;"),
    ];
}
