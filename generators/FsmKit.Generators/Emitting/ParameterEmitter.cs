using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the setters of parameters, which normalise and check each value, and the check of the defaults.</summary>
internal static class ParameterEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        foreach (var parameter in model.Parameters)
        {
            // No comment here: it would take the place of the author's.
            writer.Line().Open($"{parameter.Modifiers} {parameter.Type} {parameter.Name}").Line(parameter.Getter + ";");
            writer.Open(parameter.SetterModifiers);
            if (parameter.Coerce is not null)
            {
                writer.Line($"value = {parameter.Coerce}(value);");
            }

            if (parameter.Validate is not null)
            {
                EmitCheck(writer, parameter, "value");
            }

            writer.Line("field = value;").Close().Close();
        }

        var validated = model.Parameters.Where(static parameter => parameter.Validate is not null).ToList();
        if (validated.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Open("protected override void CheckParameters()");
        foreach (var parameter in validated)
        {
            EmitCheck(writer, parameter, parameter.Name);
        }

        writer.Close();
    }

    private static void EmitCheck(SourceWriter writer, ParameterModel parameter, string value)
    {
        writer.Open($"if (!{parameter.Validate}({value}))");
        writer.Line($"throw global::FsmKit.ParameterException.Rejected(this, {Literal.Of(parameter.Name.TrimStart('@'))}, {value}, {Literal.Of(parameter.Description)});");
        writer.Close().Line();
    }
}
