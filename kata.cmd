@echo off
rem Starts the kata's command line, and builds it first where that is needed.
setlocal EnableExtensions DisableDelayedExpansion
rem The stage of the folder where it is called is meant. To build again, Java calls it once more.
if not defined KATA_REBUILT set "KATA_FOLDER=%CD%"
cd /d "%~dp0"
if errorlevel 1 exit /b 3

set "launch=runner\launch"
set "log=.kata\build.log"
set "build=-q -B -pl otp,web,observer,runner prepare-package"

call :read_jdk
if errorlevel 1 call :build
if errorlevel 1 exit /b 3
call :read_jdk
if errorlevel 1 exit /b 3
rem Options that a machine gives to every Java may contradict those that the kata needs.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%kata_jdk%\bin\java.exe" "@%launch%\arguments" %*
exit /b %ERRORLEVEL%

rem Finds out whether it is built; whether that is up to date, Java finds out. The JDK's path is
rem UTF-8, whatever this console reads otherwise.
:read_jdk
set "kata_jdk="
if not exist "%launch%\arguments" exit /b 1
if not exist "%launch%\java-home" exit /b 1
for /f "tokens=2 delims=:." %%c in ('chcp') do set "code_page=%%c"
chcp 65001 >nul
for /f "usebackq delims=" %%j in ("%launch%\java-home") do set "kata_jdk=%%j"
chcp %code_page% >nul
if not exist "%kata_jdk%\bin\java.exe" exit /b 1
exit /b 0

:build
echo Building the runner (once) ...>&2
if defined JAVA_HOME if not exist "%JAVA_HOME%\bin\java.exe" set "JAVA_HOME="
if not defined JAVA_HOME where java >nul 2>&1 || goto :no_jdk
if not exist .kata mkdir .kata 2>nul
del "%log%" 2>nul
copy /y nul "%log%" >nul 2>&1
if not exist "%log%" goto :not_writable
rem The wrapper downloads Maven; where that fails, an installed Maven will do.
set "maven=mvn"
where mvn >nul 2>&1 || set "maven=.\mvnw.cmd"
call .\mvnw.cmd --version >"%log%" 2>&1
if not errorlevel 1 set "maven=.\mvnw.cmd"
call %maven% %build% >"%log%" 2>&1
if not errorlevel 1 exit /b 0
rem The machine's options may be needed, as for a proxy, or may be what keeps Java from starting.
set "has_options="
set "options=MAVEN_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS"
for %%v in (%options%) do if defined %%v set "has_options=true"
for %%v in (%options%) do set "%%v="
if not defined has_options goto :explain
call %maven% %build% >"%log%" 2>&1
if not errorlevel 1 exit /b 0

:explain
findstr /l /c:"Cannot find matching toolchain" "%log%" >nul && goto :no_jdk
findstr /l /c:"Could not transfer" /c:"Failed to fetch" /c:"offline mode" "%log%" >nul && goto :no_network
echo The runner could not be built:>&2
rem Without /l, the brackets would stand for any one of the letters between them.
findstr /l /b /c:"[ERROR]" "%log%" >&2
echo All that Maven said is in "%CD%\%log%">&2
exit /b 1

:no_jdk
echo This kata needs JDK 25, and there is none on this machine.>&2
echo Install one, for example from https://adoptium.net, and run kata again.>&2
exit /b 1

:not_writable
echo The kata cannot write to the folder "%CD%\.kata": make it writable, and run kata again.>&2
exit /b 1

:no_network
echo The first run downloads libraries, and the network did not deliver them.>&2
echo Connect to the network, and run kata again; Maven's own words are in "%CD%\%log%">&2
exit /b 1
