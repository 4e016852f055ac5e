namespace FsmKit.Net.Tests.Examples;

/// <summary>Asks for a price.</summary>
public readonly record struct EvWant(string Article, long Number);

/// <summary>A price, or the reason why there is none.</summary>
public readonly record struct EvPrice(long Number, string Price);

/// <summary>Application code that asks.</summary>
public static class Application
{
    public static async Task<string> AskAsync(GRequester shop, byte[] article, CancellationToken cancellation)
    {
        try
        {
            var price = await shop.CallAsync(article, TimeSpan.FromSeconds(2), cancellation);
            return $"{price.Length} bytes";
        }
        catch (RequestException x) when (x.Reason == RequestFailure.ConnectionLost)
        {
            return "perhaps";
        }
    }
}
