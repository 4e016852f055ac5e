using System.Text;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Connections that switch to another protocol.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Answers 101. Callable from any thread.</summary>
    internal void Upgrade(HttpExchange exchange, string protocol) => Later(exchange, new EvUpgrade(exchange.Response, protocol));

    private bool IsUpgradable(in EvUpgrade e) => e.Response == _exchange!.Response
        && _exchange.Protocol is { ClientSide: HttpSide.MightSwitch, ServerSide: HttpSide.SendResponse };

    private void AcUpgrade(in EvUpgrade e)
    {
        var (exchange, mark) = (_exchange!, Output.Count);
        var head = exchange.Protocol.BeginResponse(Output, 101);
        head.Add(KnownHeader.Upgrade, Encoding.ASCII.GetBytes(e.Protocol));
        exchange.Response.Headers.WriteTo(head);
        head.End();
        Emit(mark, isFlush: true);
        PostAlways(new EvDequeueRequest());
        exchange.Does(ExchangeSignal.Switch);
        _ = Carry(exchange, exchange.Output!);
    }

    private void AcSendRaw(in EvResponseData e) => HandOver(e.Data);
}
