namespace FsmKit.Http;

/// <content>The lowest rate of this request's body.</content>
public sealed partial class HttpRequest
{
    private OwnRate? _ownRate;

    /// <summary>
    /// Replaces <see cref="GHttpServer.MinBodyRate"/> and <see cref="GHttpServer.RateWindow"/> for this request. Callable from any thread,
    /// at any time; the loop checks the rate once per second, or more often when a timeout of the server is short.
    /// </summary>
    /// <param name="bytesPerSecond">Lowest average rate of the body in each window, in bytes per second; 0: no limit.</param>
    /// <param name="window">Length of a window; no minimum applies within the first one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or the window is not more than zero.</exception>
    public void LimitBodyRate(int bytesPerSecond, TimeSpan window) => Volatile.Write(ref _ownRate, OwnRate.Of(bytesPerSecond, window));

    /// <summary>The lowest rate of the body: the request's own, or that of the server.</summary>
    internal RateLimit BodyRate => Volatile.Read(ref _ownRate) is { } own ? own.Limit : _exchange.Context.BodyRate;
}
