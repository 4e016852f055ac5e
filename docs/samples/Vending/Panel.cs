using System.Globalization;
using System.Net;
using System.Text;
using FsmKit;
using FsmKit.Http;

namespace VendingSample;

/// <summary>
/// The front of the machine as an HTTP server. Customers use <c>POST /coin/50</c>, <c>/select/tea</c>, <c>/cancel</c>,
/// <c>/service/begin</c> and <c>/service/end</c>; the answer is the outcome of the event. <c>GET /</c> shows state, display and tray.
/// <c>GET /price/tea</c> is the list of prices, which the machine reads over HTTP like a foreign service.
/// </summary>
[GClass]
[Input<EvHttpRequest>, Input<EvShown>, Input<EvGiven>, Input<EvPaidBack>]
public sealed partial class Panel : GObj
{
    private static readonly HttpClient Http = new();
    private static readonly Dictionary<string, int> Prices = new() { ["tea"] = 120, ["coffee"] = 150, ["water"] = 80 };
    private readonly List<string> _tray = [];
    private string _display = "";
    private GHttpServer? _server;
    private VendingMachine? _machine;

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>Address that the server listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    private enum State : byte
    {
        /// <summary>In use.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvShown>(nameof(AcShow))]
        [On<EvGiven>(nameof(AcGiven))]
        [On<EvPaidBack>(nameof(AcPaidBack))]
        InUse,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _machine = Create<VendingMachine>("vending", machine => machine.FetchPrice = FetchPriceAsync);
        _server = Create<GHttpServer>("http", server => (server.Host, server.Port) = ("127.0.0.1", Port));
    }

    private async Task<int> FetchPriceAsync(string item, CancellationToken cancellation) =>
        int.Parse(await Http.GetStringAsync(new Uri($"http://{Address}/price/{item}"), cancellation), CultureInfo.InvariantCulture);

    private void AcShow(in EvShown e) => _display = e.Text;

    private void AcGiven(in EvGiven e) => _tray.Add(e.Item);

    private void AcPaidBack(in EvPaidBack e) => _tray.Add($"{e.Cents} cents");

    private void AcAnswer(in EvHttpRequest e)
    {
        var (request, response) = (e.Request, e.Response);
        var words = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (request.Method, words)
        {
            case (KnownMethod.Get, []):
                Say(response, 200, $"{_machine!.StateName}: {_display} [{string.Join(", ", _tray)}]");
                break;
            case (KnownMethod.Get, ["price", var item]):
                Say(response, Prices.TryGetValue(item, out var price) ? 200 : 404, price);
                break;
            case (KnownMethod.Post, _) when Press(words) is { } outcome:
                Say(response, 200, outcome);
                break;
            default:
                Say(response, 404, "There is no such button.");
                break;
        }
    }

    private static void Say<T>(HttpResponse response, int status, T text) => response.Send(status, "text/plain"u8, Encoding.UTF8.GetBytes($"{text}\n"));

    private Outcome? Press(string[] words) => words switch
    {
        ["coin", var coin] when int.TryParse(coin, out var cents) && cents > 0 => Send(_machine!, new EvCoin(cents)),
        ["select", var item] => Send(_machine!, new EvSelect(item)),
        ["cancel"] => Send(_machine!, new EvCancel()),
        ["service", "begin"] => Send(_machine!, new EvServiceBegins()),
        ["service", "end"] => Send(_machine!, new EvServiceEnds()),
        _ => null,
    };
}
