namespace FsmKit.Http;

/// <summary>Answers a request; when it returns, the response is finished.</summary>
public delegate void HttpHandler(HttpRequest request, HttpResponse response);

/// <summary>Answers a request; when its task is completed, the response is finished.</summary>
public delegate Task HttpAsyncHandler(HttpRequest request, HttpResponse response);

/// <summary>Where the handlers of a server run.</summary>
public enum HandlerThread : byte
{
    /// <summary>
    /// On the loop, as everything of a gobj does: nothing may block there. What comes after an <c>await</c> runs on the loop too.
    /// </summary>
    Loop,

    /// <summary>On the thread pool: blocking is allowed, touching gobjs is not.</summary>
    ThreadPool,
}
