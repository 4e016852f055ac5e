using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Queries, walked in their received form. Their parts are decoded once.</summary>
public class QueryTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=b", "a=b;")]
    [InlineData("a=b&&c&=d&e=f=g", "a=b;c=;=d;e=f=g;")]
    [InlineData("a%26=%3D", "a%26=%3D;")]
    public void Pairs_are_walked(string query, string pairs)
    {
        var said = "";
        for (var pair = new HttpQuery(Wire.Bytes(query)); pair.MoveNext();)
        {
            said += $"{Wire.Text(pair.Name)}={Wire.Text(pair.Value)};";
        }

        Assert.Equal(pairs, said);
        said = "";
        foreach (var pair in new HttpQuery(Wire.Bytes(query)))
        {
            said += $"{Wire.Text(pair.Name)}={Wire.Text(pair.Value)};";
        }

        Assert.Equal(pairs, said);
    }

    [Theory]
    [InlineData("a+b%2B", false, "a+b+")]
    [InlineData("a+b%2B", true, "a b+")]
    [InlineData("%2525", false, "%25")]
    [InlineData("%E9%0D%0a", false, "\u00E9¶")]
    [InlineData("%00", false, null)]
    [InlineData("%zz", false, null)]
    [InlineData("a%4", false, null)]
    [InlineData("%", false, null)]
    public void A_part_is_decoded_once(string part, bool plusIsSpace, string? decoded)
    {
        var destination = new byte[part.Length];
        var length = PercentDecoding.Decode(Wire.Bytes(part), destination, plusIsSpace);
        Assert.Equal(decoded, length < 0 ? null : Wire.Text(destination.AsSpan(0, length)));
    }
}
