namespace FsmKit;

/// <summary>Finds the cause of a TLS failure.</summary>
internal static class TlsFailure
{
    /// <summary>Returns the message of the innermost exception; the outer messages only refer to the inner exception.</summary>
    public static string Why(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure.Message;
    }
}
