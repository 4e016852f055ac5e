namespace FsmKit.Http;

/// <summary>Answers a request. The server finishes the response when the handler returns.</summary>
public delegate void HttpHandler(HttpRequest request, HttpResponse response);

/// <summary>Answers a request. The server finishes the response when the task of the handler is completed.</summary>
public delegate Task HttpAsyncHandler(HttpRequest request, HttpResponse response);

/// <summary>The thread that runs the handlers of a server.</summary>
public enum HandlerThread : byte
{
    /// <summary>
    /// The loop, as for all code of a gobj; a handler must not block it. Code after an <c>await</c> runs on the loop too.
    /// </summary>
    Loop,

    /// <summary>The thread pool. A handler may block there, and must not touch gobjs.</summary>
    ThreadPool,
}
