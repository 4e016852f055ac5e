namespace FsmKit.Net;

/// <summary>Why TLS failed, in the words of whoever knows.</summary>
internal static class TlsFailure
{
    /// <summary>The message of the innermost exception: those around it say "see the inner exception".</summary>
    public static string Why(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure.Message;
    }
}
