using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The pages about the machines of HTTP are drawn from their tables, and are up to date.</summary>
public class MachinePagesTests
{
    private static readonly MachineDescription[] Machines = [MachineDescription.Of<GHttpServer>(), MachineDescription.Of<GHttpCliSrv>()];

    [Fact]
    public void The_page_of_a_machine_is_what_its_table_says() => Assert.All(Machines, static machine => Assert.Null(MachinePage.Fault(machine)));

    [Fact]
    public void The_page_of_a_table_in_code_is_what_the_table_does() => Assert.Multiple(
        static () => Assert.Null(MachinePage.Fault("HttpConnection", HttpTablePages.Connection())),
        static () => Assert.Null(MachinePage.Fault("HttpExchange", HttpTablePages.Exchange())));

    [Fact]
    public void The_reviewed_table_of_a_machine_is_what_the_program_does() => Assert.All(Machines, static machine => Assert.Null(ReviewedTableFile.Fault(machine, "src")));
}
