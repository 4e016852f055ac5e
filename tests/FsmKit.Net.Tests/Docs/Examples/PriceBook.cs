using System.Text;

namespace FsmKit.Net.Tests.Examples;

[GClass]
[Input<EvWant>, Input<EvResponse>, Input<EvRequestFailed>]
[Output<EvPrice>]
public sealed partial class PriceBook : GObj
{
    private GRequester _shop = null!;

    private enum State : byte
    {
        [On<EvWant>(nameof(AcAsk))]
        [On<EvResponse>(nameof(AcTell))]
        [On<EvRequestFailed>(nameof(AcTellNone))]
        Asking,
    }

    protected override void StartUp() => _shop = Create<GRequester>("shop", shop =>
    {
        shop.Destinations = [new("one.example.org", 7070), new("two.example.org", 7070)];
        (shop.Framing, shop.Ids) = (Framing.LengthPrefixed(), RequestIds.Prefixed());
    });

    private void AcAsk(in EvWant e) =>
        Send(_shop, new EvRequest(Encoding.UTF8.GetBytes(e.Article), tag: e.Number, timeout: TimeSpan.FromSeconds(2)));

    private void AcTell(in EvResponse e) => Publish(new EvPrice(e.Tag, Encoding.UTF8.GetString(e.Data)));

    private void AcTellNone(in EvRequestFailed e) => Publish(new EvPrice(e.Tag, $"none: {e.Reason}"));
}
