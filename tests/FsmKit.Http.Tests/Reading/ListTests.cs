using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Lists (RFC 9110 §5.6.1) and numbers, with the tolerance that the RFC requires, and no more.</summary>
public class ListTests
{
    private const string Post = "POST / HTTP/1.1\nHost: a\n";

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t ,, ,", "")]
    [InlineData("a", "a")]
    [InlineData(",a, ,b ,\t,c,", "a|b|c")]
    [InlineData("a;b=\"x,y\", c", "a;b=\"x,y\"|c")]
    [InlineData("\"a\\\",b\" , c", "\"a\\\",b\"|c")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData("\"a\\", "\"a\\")]
    [InlineData("\",\",\",", "\",\"|\"")]
    public void Elements_are_walked(string list, string elements)
    {
        var found = new List<string>();
        foreach (var element in new ListElements(Wire.Bytes(list)))
        {
            found.Add(Wire.Text(element));
        }

        Assert.Equal(elements, string.Join('|', found));
    }

    [Theory]
    [InlineData("Transfer-Encoding: , chunked\n", 0, 400)]
    [InlineData("Transfer-Encoding: chunked,\n", 0, 400)]
    [InlineData("Transfer-Encoding: ,,\t, chunked , ,\n", 0, 400)]
    [InlineData("Transfer-Encoding: chunked\nTransfer-Encoding:\n", 0, 400)]
    [InlineData("Transfer-Encoding:\nTransfer-Encoding: chunked\n", 0, 400)]
    [InlineData("Transfer-Encoding: ,\n", 400, 400)]
    [InlineData("Transfer-Encoding: chunked,, chunked\n", 400, 400)]
    [InlineData("Transfer-Encoding: gzip;a=\"x,y\", chunked\n", 501, 501)]
    [InlineData("Transfer-Encoding: gzip;a=\"x, chunked\", chunked\n", 501, 501)]
    [InlineData("Transfer-Encoding: gzip;a=\"x\\\", chunked\", chunked\n", 501, 501)]
    [InlineData("Transfer-Encoding: gzip ; a = b , chunked\n", 501, 501)]
    [InlineData("Transfer-Encoding: gzip;a=\"x, chunked\n", 400, 400)]
    [InlineData("Transfer-Encoding: gzip;a=\"chunked\"\n", 400, 400)]
    [InlineData("Transfer-Encoding: \"x,y\", chunked\n", 400, 400)]
    [InlineData("Transfer-Encoding: chunked, \"\"\n", 400, 400)]
    [InlineData("Transfer-Encoding: , chunked\nContent-Length: 5\n", 400, 400)]
    public void Codings_are_a_list(string fields, int status, int strict)
    {
        Assert.Equal((fields, status), (fields, Case.Fault($"{Post}{fields}\n5\nhello\n0\n\n")));
        Assert.Equal((fields, strict), (fields, Case.Fault($"{Post}{fields}\n5\nhello\n0\n\n", HttpLimits.Strict)));
        if (status == 0)
        {
            Assert.Contains("Chunked: keep", Case.Serve($"{Post}{fields}\n5\nhello\n0\n\n"));
        }
    }

    [Theory]
    [InlineData("100-continue,", 0, 417)]
    [InlineData(", 100-continue", 0, 417)]
    [InlineData("100-continue, 100-Continue", 0, 417)]
    [InlineData("100-continue ,, 100-continue,", 0, 417)]
    [InlineData("100-continue\nExpect: 100-continue", 0, 0)]
    [InlineData("100-continue\nExpect:", 0, 417)]
    [InlineData("100-continue, x", 417, 417)]
    [InlineData("100-continue;q=1", 417, 417)]
    [InlineData("x=\"100-continue\"", 417, 417)]
    [InlineData("\"100-continue\"", 417, 417)]
    public void An_expectation_may_be_said_more_than_once(string expect, int status, int strict)
    {
        var wire = $"{Post}Expect: {expect}\nContent-Length: 5\n\nhello";
        Assert.Equal((expect, status), (expect, Case.Fault(wire)));
        Assert.Equal((expect, strict), (expect, Case.Fault(wire, HttpLimits.Strict)));
        Assert.Equal(status == 0, Case.Serve(wire).Contains(" expects "));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ,")]
    public void A_list_without_an_element_expects_nothing(string expect)
    {
        var wire = $"{Post}Expect: {expect}\nContent-Length: 5\n\nhello";
        Assert.DoesNotContain("expects", Case.Serve(wire));
        Assert.Equal(0, Case.Fault(wire));
        Assert.Equal(417, Case.Fault(wire, HttpLimits.Strict));
    }

    [Theory]
    [InlineData("02", 2)]
    [InlineData("00", 0)]
    [InlineData("010", 10)]
    [InlineData("0000000000000000000000000000002", 2)]
    public void A_length_may_have_leading_zeros_and_is_decimal(string text, int length)
    {
        var wire = $"{Post}Content-Length: {text}\n\n{new string('x', length)}";
        Assert.Contains($":{length} keep", Case.Serve(wire));
        Assert.Equal("fault 400: Content-Length has leading zeros.\n", Case.Serve(wire, HttpLimits.Strict));
        var response = $"HTTP/1.1 200 OK\nContent-Length: {text}\n\n{new string('x', length)}";
        Assert.DoesNotContain("fault", Case.Receive(response));
        Assert.Contains("fault", Case.Receive(response, limits: HttpLimits.Strict));
    }

    [Theory]
    [InlineData("Connection: ,close,\n", " last ")]
    [InlineData("Connection: x\nConnection: , close\n", " last ")]
    [InlineData("Connection: \"x, close\n", " last ")]
    [InlineData("Connection: ,\n", " keep ")]
    [InlineData("Connection: ,upgrade,\nUpgrade: ,x,\n", " upgrade ")]
    public void Connection_is_a_list(string fields, string says) => Assert.Contains(says, Case.Serve($"GET / HTTP/1.1\nHost: a\n{fields}\n"));
}
