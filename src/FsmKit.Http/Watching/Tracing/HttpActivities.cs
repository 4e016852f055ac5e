using System.Diagnostics;

namespace FsmKit.Http;

/// <summary>
/// One activity per request, for distributed traces: a span of kind server, a child of the span in the client's <c>traceparent</c>. Costs
/// one comparison without a listener.
/// </summary>
/// <remarks>
/// A loop serves many requests in one thread. An activity is therefore current only within <see cref="Enter"/>, and in async code started
/// within it. Starting and stopping an activity leaves the current activity of the thread unchanged.
/// </remarks>
internal static class HttpActivities
{
    private static readonly ActivitySource Source = new(HttpDiagnostics.ActivitySourceName);

    /// <summary>Whether a listener is registered.</summary>
    public static bool IsListened => Source.HasListeners();

    /// <summary>Starts the activity of a request; returns null when no listener wants it.</summary>
    public static Activity? Start(HttpRequestHead head, in RequestEnds ends) => Source.HasListeners() ? StartListened(head, in ends) : null;

    /// <summary>Makes an activity the current one until the scope is disposed. Null changes nothing.</summary>
    public static ActivityScope Enter(Activity? activity) => new(activity);

    /// <summary>Ends an activity.</summary>
    /// <param name="activity">The result of <see cref="Start"/>; null does nothing.</param>
    /// <param name="status">The status of the response; 0 without a response.</param>
    /// <param name="error">
    /// The failure: the type of an exception or a <see cref="ChannelEndReason"/>; null when the status alone tells it.
    /// </param>
    public static void End(Activity? activity, int status, string? error = null)
    {
        if (activity is null)
        {
            return;
        }

        if (status != 0)
        {
            activity.SetTag("http.response.status_code", HttpWords.Status(status));
        }

        if (HttpWords.Error(status, error) is { } type)
        {
            activity.SetTag("error.type", type);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        var before = Activity.Current;
        activity.Stop();
        Activity.Current = before;
    }

    private static Activity? StartListened(HttpRequestHead head, in RequestEnds ends)
    {
        var name = head.Method == KnownMethod.Other ? "HTTP" : HttpWords.Method(head.Method);
        var before = Activity.Current;

        // The current activity of the loop's thread is not the parent of the request.
        Activity.Current = null;
        try
        {
            return Source.StartActivity(name, ActivityKind.Server, TraceContext.Read(head.Fields), RequestTags.Of(head, in ends));
        }
        finally
        {
            Activity.Current = before;
        }
    }
}
