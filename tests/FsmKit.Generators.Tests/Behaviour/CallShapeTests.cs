namespace FsmKit.Generators.Tests;

public class CallShapeTests
{
    [Theory]
    [InlineData("private void Ac() => Note(\"bare\");", "bare")]
    [InlineData("private void Ac(in EvA e) => Note(e.N == 7 ? \"in7\" : \"other\");", "in7")]
    [InlineData("private void Ac(EvA e) => Note(e.N == 7 ? \"value7\" : \"other\");", "value7")]
    [InlineData("private void Ac(ref readonly EvA e) => Note(e.N == 7 ? \"readonly7\" : \"other\");", "readonly7")]
    [InlineData("private void Ac(GObj? source, in EvA e) => Note(source is null && e.N == 7 ? \"none7\" : \"other\");", "none7")]
    [InlineData("private void Ac(GObj? source, EvA e) => Note(source is null && e.N == 7 ? \"none7\" : \"other\");", "none7")]
    [InlineData("private void Ac(GObj source, in EvA e) => Note(e.N == 7 ? \"source7\" : \"other\");", "source7")]
    [InlineData("private static void Ac(in EvA e) => Note(e.N == 7 ? \"static7\" : \"other\");", "static7")]
    [InlineData("private static void Ac() => Note(\"static\");", "static")]
    [InlineData("private void Ac() => Note(\"less\"); private void Ac(in EvA e) => Note(\"more\"); private void Ac(string other) { }", "more")]
    public void An_action_takes_the_event_as_its_signature_says(string action, string said) => Lanes.Expect(
        said + " Handled",
        $$"""
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac))] S0 }
            {{action}}
            //Note
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA(7)));");

    [Theory]
    [InlineData("private bool Fits() => true;")]
    [InlineData("private bool Fits(in EvA e) => e.N == 7;")]
    [InlineData("private bool Fits(EvA e) => e.N == 7;")]
    [InlineData("private bool Fits(ref readonly EvA e) => e.N == 7;")]
    [InlineData("private bool Fits(GObj? source, in EvA e) => source is null && e.N == 7;")]
    [InlineData("private bool Fits(GObj? source, EvA e) => source is null && e.N == 7;")]
    [InlineData("private static bool Fits(in EvA e) => e.N == 7;")]
    [InlineData("private static bool Fits() => true;")]
    public void A_guard_takes_the_event_as_its_signature_says(string guard) => Lanes.Expect(
        "hit Handled hit Handled",
        $$"""
        [GClass, Input<EvA>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac), When = nameof(Fits)), Refuse] S0 }
            {{guard}}
            private void Ac() => Note("hit");
            //Note
        }
        """,
        // Traced, the guard is asked in the slow lane.
        """
        var box = app.Create<Box>();
        Say(box.Send(new EvA(7)));
        box.TraceMachine = MachineTraceLevel.Data;
        log.Minimum = Microsoft.Extensions.Logging.LogLevel.Warning;
        Say(box.Send(new EvA(7)));
        """);

    [Fact]
    public void Overloads_of_one_name_serve_several_events() => Lanes.Expect(
        "a1 Handled b2 Handled other Handled",
        """
        [GClass, Input<EvA>, Input<EvB>, Input<EvC>]
        public sealed partial class Box : GObj
        {
            enum State { [On<EvA>(nameof(Ac)), On<EvB>(nameof(Ac)), On<EvC>(nameof(Ac))] S0 }
            private void Ac() => Note("other");
            private void Ac(in EvA e) => Note(e.N == 1 ? "a1" : "a");
            private void Ac(GObj? source, in EvB e) => Note(e.N == 2 ? "b2" : "b");
            //Note
        }
        """,
        "var box = app.Create<Box>(); Say(box.Send(new EvA(1))); Say(box.Send(new EvB(2))); Say(box.Send(new EvC(3)));");

    [Fact]
    public void The_source_is_the_gobj_that_sends() => Assert.Equal(
        "Caller:me Handled",
        LoadedSnippet.Play(
            """
            [GClass, Input<EvA>]
            public sealed partial class Box : GObj
            {
                enum State { [On<EvA>(nameof(Ac))] S0 }
                private void Ac(GObj? source, in EvA e) => Say(source);
            }

            [GClass]
            public sealed partial class Caller : GObj
            {
                public Outcome Call(Box box) => Send(box, new EvA());
            }
            """,
            "Say(app.Create<Caller>(\"me\").Call(app.Create<Box>()));"));

    [Fact]
    public void A_method_of_a_base_class_can_be_an_action() => Assert.Equal(
        "base Handled",
        LoadedSnippet.Play(
            """
            public abstract class Base : GObj { protected void Ac(in EvA e) => Say("base"); }

            [GClass, Input<EvA>]
            public sealed partial class Box : Base { enum State { [On<EvA>(nameof(Ac))] S0 } }
            """,
            "Say(app.Create<Box>().Send(new EvA()));"));
}
