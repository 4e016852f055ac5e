using System.Diagnostics;

namespace FsmKit.Http;

/// <summary>
/// An activity per request, for distributed traces: a span of kind server, child of what the client's <c>traceparent</c> names. Nobody
/// listening, it costs a comparison.
/// </summary>
/// <remarks>
/// A loop has many requests under way in one thread, so an activity is current only while <see cref="Enter"/> lasts, and in the async code
/// that was started meanwhile: starting and stopping one leaves the thread's current activity as it was.
/// </remarks>
internal static class HttpActivities
{
    private static readonly ActivitySource Source = new(HttpDiagnostics.ActivitySourceName);

    /// <summary>Whether anybody wants activities.</summary>
    public static bool IsListened => Source.HasListeners();

    /// <summary>Starts the activity of a request; null when nobody wants it.</summary>
    public static Activity? Start(HttpRequestHead head, in RequestEnds ends) => Source.HasListeners() ? StartListened(head, in ends) : null;

    /// <summary>Makes it the current one until the scope is disposed; nothing for null.</summary>
    public static ActivityScope Enter(Activity? activity) => new(activity);

    /// <summary>Ends it.</summary>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="status">The response's status; 0 when none was begun.</param>
    /// <param name="error">
    /// Why it failed: an exception's type, or a <see cref="ChannelEndReason"/>; null when only the status says it.
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

        // What happens to be current in the loop's thread is no parent of the request.
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
