namespace FsmKit.Http;

/// <content>The lowest rate at which the client takes this response.</content>
public sealed partial class HttpResponse
{
    private OwnRate? _ownRate;

    /// <summary>
    /// Replaces <see cref="GHttpServer.MinResponseRate"/> and <see cref="GHttpServer.RateWindow"/> for this response, until the next
    /// request of the connection begins. Callable from any thread, until the response is finished; the loop checks the rate once per
    /// second, or more often when a timeout of the server is short.
    /// </summary>
    /// <param name="bytesPerSecond">
    /// Lowest average rate at which the client takes waiting output in each window, in bytes per second; the connection of a slower client is
    /// dropped. 0: no limit.
    /// </param>
    /// <param name="window">Length of a window; no minimum applies within the first one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or the window is not more than zero.</exception>
    public void LimitRate(int bytesPerSecond, TimeSpan window) => Volatile.Write(ref _ownRate, OwnRate.Of(bytesPerSecond, window));

    /// <summary>The rate of this response; null: that of the server.</summary>
    internal OwnRate? OwnRate => Volatile.Read(ref _ownRate);
}
