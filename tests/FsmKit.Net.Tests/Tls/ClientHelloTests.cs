using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Content that is read out of a client's first record. Checks too that no record breaks the reader.</summary>
public class ClientHelloTests
{
    private static readonly byte[] Hello = Make([0x03, 0x03, 0x03, 0x04]);

    [Fact]
    public void The_versions_tell_of_TLS_13()
    {
        Assert.True(ClientHello.OffersTls13(Hello));
        Assert.True(ClientHello.OffersTls13(Make([0x7a, 0x7a, 0x03, 0x04])));
        Assert.False(ClientHello.OffersTls13(Make([0x03, 0x03])));
        Assert.False(ClientHello.OffersTls13(Make([])));
    }

    [Fact]
    public void A_part_of_it_tells_nothing()
    {
        for (var length = 0; length < Hello.Length; length++)
        {
            Assert.False(ClientHello.OffersTls13(Hello.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Any_bytes_are_read_without_a_fault()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])Hello.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ClientHello.OffersTls13(bytes);
        }
    }

    private static byte[] Make(byte[] versions)
    {
        byte[] extensions = [0, 0, 0, 2, 1, 2, 0, 43, 0, (byte)(versions.Length + 1), (byte)versions.Length, .. versions];
        byte[] body =
        [
            3, 3, .. new byte[32], 2, 7, 7, 0, 2, 0x13, 0x01, 1, 0, 0, (byte)extensions.Length, .. extensions,
        ];
        byte[] message = [1, 0, 0, (byte)body.Length, .. body];
        return [22, 3, 1, 0, (byte)message.Length, .. message];
    }
}
