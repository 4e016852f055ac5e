namespace FsmKit.Net;

/// <content>Parameters.</content>
public sealed partial class GRequester
{
    /// <summary>
    /// Destinations of the connection, tried in turn (<see cref="GConnex.Destinations"/>). Read at the creation. Default: none, those that
    /// <see cref="ConfigureConnex"/> sets.
    /// </summary>
    [Parameter]
    public partial IReadOnlyList<HostPort> Destinations { get; set; } = [default];

    /// <summary>
    /// Framing of requests and responses. Default: <see cref="Framing.LengthPrefixed"/> with a prefix of four bytes. Read at the creation.
    /// Not null.
    /// </summary>
    [Parameter(Validate = nameof(IsFraming))]
    public partial Framing Framing { get; set; } = Framing.LengthPrefixed();

    /// <summary>Place of the ids in requests and responses. Default: null, no ids: the peer answers in the order of the requests.</summary>
    [Parameter]
    public partial RequestIds? Ids { get; set; }

    /// <summary>
    /// Longest time from a request to its response, for requests without a timeout of their own. Default: 30 s. Range: more than zero. A
    /// change holds for the requests that follow.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Largest number of requests that wait to be sent or for their response; one more is refused. Default: 1000. Range: more than 0.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int MaxOutstanding { get; set; } = 1000;

    /// <summary>
    /// Largest number of requests that are sent and not answered; more wait. Default: 64. Range: more than 0; 1 sends each request after
    /// the response to the previous one.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int MaxInFlight { get; set; } = 64;

    /// <summary>Treatment of sent requests when the connection ends. Default: <see cref="LostRequests.Fail"/>.</summary>
    [Parameter]
    public partial LostRequests WhenLost { get; set; }

    /// <summary>
    /// Delegate that sets parameters of the <see cref="Connex"/>, such as TLS and pauses. The requester itself sets the
    /// <see cref="Framing"/>. Set it before the start. Default: null.
    /// </summary>
    public Action<GConnex>? ConfigureConnex { get; set; }

    private static bool IsFraming(Framing value) => value is not null;

    private static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero;

    private static bool IsPositive(int value) => value > 0;
}
