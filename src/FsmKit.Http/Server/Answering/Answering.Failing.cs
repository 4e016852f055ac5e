namespace FsmKit.Http;

/// <content>Failures of the application, and answers in its place.</content>
internal sealed partial class Answering
{
    /// <summary>
    /// Logs an exception of the application and answers its request with 500. A response that has begun is cut off, a complete one stands.
    /// </summary>
    public void Fail(HttpExchange exchange, Exception exception)
    {
        exchange.Failure = exception.GetType().FullName;
        HttpLog.HandlerFailed(channel.Logger, channel, exchange.Request, exception);
        if (exchange.States.IsInService)
        {
            channel.Send(new GHttpCliSrv.EvFailed(500, ChannelEndReason.HandlerFailed, exception));
        }
    }

    /// <summary>Answers for an application that has failed, and keeps the connection where possible.</summary>
    public void AnswerFailure(in GHttpCliSrv.EvFailed e)
    {
        var protocol = Exchange.Protocol;
        if (protocol.ClientSide == HttpSide.SendBody)
        {
            protocol.CloseAfterResponse();
        }

        if (!protocol.KeepAlive)
        {
            channel.EndsFor(e.Reason);
        }

        var isExposed = Context.ExposeTracebacks && e.Exception is not null;
        Refuse(e.Status, isExposed ? e.Exception!.ToString() : "", e.Reason == ChannelEndReason.TooManyRequests);
        Answered();
    }

    /// <summary>Answers for an application that does not answer in time.</summary>
    public void AnswerTimeout()
    {
        HttpLog.NotAnswered(channel.Logger, channel, Exchange.Request);
        Exchange.Protocol.CloseAfterResponse();
        Refuse(503, "The application did not answer in time.");
        if (Exchange.Output is null)
        {
            Exchange.Does(ExchangeSignal.Answer);
        }
    }

    /// <summary>
    /// Sends a whole error response, which repeats no input of the client. Does nothing if a response has begun. The response object of the
    /// application is not touched, because a handler may use it in another thread.
    /// </summary>
    /// <param name="status">The status code.</param>
    /// <param name="reason">A line of text for the body; empty for none.</param>
    /// <param name="isToRetry">Whether the client is asked to try again.</param>
    public void Refuse(int status, string reason, bool isToRetry = false)
    {
        var (exchange, mark) = (Take(), Output.Count);
        if (exchange.Protocol.ServerSide is not (HttpSide.Idle or HttpSide.SendResponse))
        {
            return;
        }

        if (!exchange.States.IsInService)
        {
            // After input that is no request the framing is unknown: the connection closes (RFC 9112 §9.6).
            exchange.Protocol.CloseAfterResponse();
        }

        exchange.WrittenBytes = ErrorResponse.Write(exchange.Protocol, Output, status, reason, isToRetry);
        exchange.Status = status;
        if (!exchange.States.IsOpen)
        {
            exchange.TellOfNoRequest();
        }

        channel.Emit(mark, isFlush: true);
    }
}
