namespace FsmKit.Net;

/// <summary>
/// Asks a <see cref="GRequester"/> to send a request. The sender gets one <see cref="EvResponse"/> or one <see cref="EvRequestFailed"/>,
/// never inside the send. <see cref="Outcome.Refused"/>: the requester already has <see cref="GRequester.MaxOutstanding"/> requests, and
/// neither event follows.
/// </summary>
public readonly ref struct EvRequest(ReadOnlySpan<byte> data, long tag = 0, TimeSpan timeout = default)
{
    /// <summary>The content of the request, without <see cref="Framing"/> and id; copied during the send.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>Number of the sender's choice, which comes back with the answer.</summary>
    public long Tag { get; } = tag;

    /// <summary>Longest time from the send to the response. Zero: <see cref="GRequester.Timeout"/>.</summary>
    public TimeSpan Timeout { get; } = timeout;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes, tag {Tag}";
}

/// <summary>The response to an <see cref="EvRequest"/>. Sent to the gobj that sent the request.</summary>
public readonly ref struct EvResponse(GRequester requester, long tag, ReadOnlySpan<byte> data)
{
    /// <summary>The requester.</summary>
    public GRequester Requester { get; } = requester;

    /// <summary><see cref="EvRequest.Tag"/> of the request.</summary>
    public long Tag { get; } = tag;

    /// <summary>The content of the response, without <see cref="Framing"/> and id. Valid only during the delivery.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes, tag {Tag}";
}

/// <summary>An <see cref="EvRequest"/> gets no response. Sent to the gobj that sent the request.</summary>
/// <param name="Requester">The requester.</param>
/// <param name="Tag"><see cref="EvRequest.Tag"/> of the request.</param>
/// <param name="Reason">The reason.</param>
public readonly record struct EvRequestFailed(GRequester Requester, long Tag, RequestFailure Reason);
