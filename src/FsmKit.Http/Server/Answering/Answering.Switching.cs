using System.Text;

namespace FsmKit.Http;

/// <content>Informational responses: early hints, and the switch to another protocol.</content>
internal sealed partial class Answering
{
    /// <summary>Returns whether the connection can switch: the client has asked for it, and nothing is answered yet.</summary>
    public bool IsUpgradable(in GHttpCliSrv.EvUpgrade e) => e.Response == Exchange.Response
        && Exchange.Protocol is { ClientSide: HttpSide.MightSwitch, ServerSide: HttpSide.SendResponse };

    /// <summary>Answers 101. From here on the pipes of the request and its response carry the bytes of the connection.</summary>
    public void Upgrade(in GHttpCliSrv.EvUpgrade e)
    {
        var (exchange, mark) = (Exchange, Output.Count);
        var head = exchange.Protocol.BeginResponse(Output, 101);
        head.Add(KnownHeader.Upgrade, Encoding.ASCII.GetBytes(e.Protocol));
        exchange.Response.Headers.WriteTo(head);
        head.End();
        channel.Emit(mark, isFlush: true);
        channel.ReadOnNextCycle();
        exchange.Does(ExchangeSignal.Switch);
        Carry(exchange, exchange.Output!);
    }

    /// <summary>Sends 103 Early Hints, unless a response has begun.</summary>
    public void Hint(in GHttpCliSrv.EvEarlyHints e)
    {
        var (protocol, mark) = (Exchange.Protocol, Output.Count);
        if (e.Response == Exchange.Response && protocol.ServerSide == HttpSide.SendResponse)
        {
            var head = protocol.BeginResponse(Output, 103);
            e.Links.WriteTo(head);
            head.End();
            channel.Emit(mark, isFlush: true);
        }
    }
}
